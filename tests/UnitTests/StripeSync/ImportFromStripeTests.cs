using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.UnitTests.Common;
using MediatR;
using Microsoft.Extensions.Logging.Abstractions;

namespace CleanIssuing.UnitTests.Cards;

public class ImportFromStripeTests
{
    private readonly Stripe _stripe = new();
    private readonly Store _store = new();

    [Fact]
    public async Task Every_page_is_copied_and_then_it_is_finished()
    {
        await ImportAsync();

        _store.Cards.Count.ShouldBe(5);
        _store.Finished.ShouldBeTrue();
    }

    [Fact]
    public async Task An_import_that_was_stopped_goes_on_where_it_was()
    {
        _stripe.FailsAt = "ic_2";
        await Should.ThrowAsync<StripeUnavailableException>(ImportAsync);
        _store.Cards.Count.ShouldBe(2);
        _store.Finished.ShouldBeFalse();

        _stripe.FailsAt = null;
        _stripe.Asked.Clear();
        await ImportAsync();

        _stripe.Asked.ShouldBe(["cards after ic_2", "cards after ic_4", "authorizations"]);
        _store.Cards.Count.ShouldBe(5);
        _store.Finished.ShouldBeTrue();
    }

    [Fact]
    public async Task Past_purchases_are_copied_once()
    {
        await ImportAsync();
        _stripe.Asked.Clear();

        await ImportAsync();

        _stripe.Asked.ShouldNotContain("authorizations");
    }

    [Fact]
    public async Task An_account_without_Issuing_does_not_keep_the_others_from_being_copied()
    {
        _stripe.Refuses = AccountId.Parse("acct_without");

        await ImportAsync();

        _store.Cards.Count.ShouldBe(5);
        _store.Finished.ShouldBeTrue();
    }

    private Task ImportAsync() => new ImportFromStripeHandler(
        _stripe, _store, new Publisher(), TimeProvider.System, NullLogger<ImportFromStripeHandler>.Instance).Handle(new ImportFromStripe(), CancellationToken.None);

    private sealed class Publisher : IPublisher
    {
        public Task Publish(object notification, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
            where TNotification : INotification => Task.CompletedTask;
    }

    private sealed class Stripe : IIssuingCatalog
    {
        private static readonly string[] Ids = ["ic_1", "ic_2", "ic_3", "ic_4", "ic_5"];

        public List<string> Asked { get; } = [];

        public string? FailsAt { get; set; }

        public AccountId? Refuses { get; set; }

        public async IAsyncEnumerable<Account> AccountsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            if (Refuses is { } refused)
                yield return Build.Account() with { Id = refused };
            yield return Build.Account();
        }

        public Task<CatalogPage<Cardholder>> CardholdersAsync(Account account, string? after, CancellationToken cancellationToken)
        {
            if (account.Id == Refuses)
                throw new StripeRefusedException("Issuing is not enabled.", "stripe_refused");
            Asked.Add("cardholders");
            return Task.FromResult(new CatalogPage<Cardholder>([Build.Cardholder()], null));
        }

        public Task<CatalogPage<Card>> CardsAsync(Account account, string? after, CancellationToken cancellationToken)
        {
            if (after is not null && after == FailsAt)
                throw new StripeUnavailableException("Stripe failed.", "stripe_failed");
            Asked.Add("cards after " + after);
            var rest = Ids.SkipWhile(id => after is not null && string.CompareOrdinal(id, after) <= 0).ToList();
            var page = rest.Take(2).Select(id => Build.Card(id: id)).ToList();
            return Task.FromResult(new CatalogPage<Card>(page, rest.Count > 2 ? page[^1].Id.Value : null));
        }

        public Task<CatalogPage<Authorization>> AuthorizationsAsync(Account account, DateTimeOffset since, string? after, CancellationToken cancellationToken)
        {
            if (account.Id == Refuses)
                throw new StripeRefusedException("Issuing is not enabled.", "stripe_refused");
            Asked.Add("authorizations");
            return Task.FromResult(new CatalogPage<Authorization>([], null));
        }
    }

    private sealed class Store : IImportStore
    {
        private readonly Dictionary<ImportStep, ImportPlace> _places = [];

        public HashSet<CardId> Cards { get; } = [];

        public bool Finished { get; private set; }

        public Task SaveAsync(Account account, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<ImportPlace> PlaceAsync(AccountId account, ImportStep step, CancellationToken cancellationToken) =>
            Task.FromResult(_places.GetValueOrDefault(step, new ImportPlace(null, false)));

        public Task SaveAsync(AccountId account, CatalogPage<Cardholder> page, CancellationToken cancellationToken)
        {
            _places[ImportStep.Cardholders] = new ImportPlace(page.Next, page.Next is null);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<(Card Card, SpendingControls Before)>> SaveAsync(
            AccountId account, CatalogPage<Card> page, CancellationToken cancellationToken)
        {
            Cards.UnionWith(page.Items.Select(c => c.Id));
            _places[ImportStep.Cards] = new ImportPlace(page.Next, page.Next is null);
            return Task.FromResult<IReadOnlyList<(Card Card, SpendingControls Before)>>([]);
        }

        public Task SaveAsync(AccountId account, CatalogPage<Authorization> page, CancellationToken cancellationToken)
        {
            _places[ImportStep.Authorizations] = new ImportPlace(page.Next, page.Next is null);
            HasHistory = true;
            return Task.CompletedTask;
        }

        public Task<bool> HasHistoryAsync(AccountId account, CancellationToken cancellationToken) => Task.FromResult(HasHistory);

        public bool HasHistory { get; private set; }

        public Task FinishAsync(CancellationToken cancellationToken)
        {
            Finished = true;
            return Task.CompletedTask;
        }

        public Task<ImportProgress> ProgressAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new ImportProgress(Cards.Count, Finished));
    }
}
