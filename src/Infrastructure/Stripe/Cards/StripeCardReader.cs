using System.Runtime.CompilerServices;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Stripe.Authorizations;
using Microsoft.Extensions.Logging;
using Stripe;
using Stripe.Issuing;
using Account = CleanIssuing.Domain.People.Account;
using Card = CleanIssuing.Domain.Cards.Card;
using Cardholder = CleanIssuing.Domain.Cards.Cardholder;

namespace CleanIssuing.Infrastructure.Stripe.Cards;

/// <summary>Lists accounts, cardholders and cards, in pages of Stripe's largest size.</summary>
internal sealed partial class IssuingCatalog(IStripeClient stripe, TimeProvider time, ILogger<IssuingCatalog> logger) : IIssuingCatalog
{
    private const int PageSize = 100;

    public async IAsyncEnumerable<Account> AccountsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var accounts = new AccountService(stripe);
        var platform = await StripeErrors.CallAsync(
            () => accounts.GetSelfAsync(null, cancellationToken), null, cancellationToken);
        yield return Account(platform, AccountKind.Platform);

        var options = new AccountListOptions { Limit = PageSize };
        while (await ConnectedAsync(accounts, options, cancellationToken) is { Data.Count: > 0 } page)
        {
            foreach (var account in page.Data)
                yield return Account(account, AccountKind.Connected);
            if (!page.HasMore)
                yield break;
            options.StartingAfter = page.Data[^1].Id;
        }
    }

    /// <summary>A page of connected accounts; none for a platform that has not signed up for Connect, whom Stripe refuses the list.</summary>
    private async Task<StripeList<global::Stripe.Account>?> ConnectedAsync(
        AccountService accounts, AccountListOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await StripeErrors.CallAsync(() => accounts.ListAsync(options, null, cancellationToken), null, cancellationToken);
        }
        catch (StripeRefusedException refusal)
        {
            LogNoAccounts(refusal.Reason, refusal.StripeRequestId);
            return null;
        }
    }

    public async Task<CatalogPage<Cardholder>> CardholdersAsync(Account account, string? after, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var options = new CardholderListOptions { Limit = PageSize, StartingAfter = after };
        var page = await StripeErrors.CallAsync(
            () => new CardholderService(stripe).ListAsync(options, StripeClients.OnBehalfOf(account.OnBehalfOf), cancellationToken),
            null, cancellationToken);
        return Page(page, holder => IssuingObjects.Cardholder(holder, account.Id, asOf));
    }

    public async Task<CatalogPage<Card>> CardsAsync(Account account, string? after, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var options = new global::Stripe.Issuing.CardListOptions { Limit = PageSize, StartingAfter = after };
        var page = await StripeErrors.CallAsync(
            () => new global::Stripe.Issuing.CardService(stripe).ListAsync(options, StripeClients.OnBehalfOf(account.OnBehalfOf), cancellationToken),
            null, cancellationToken);
        return Page(page, card => IssuingObjects.Card(card, account.Id, asOf));
    }

    public async Task<CatalogPage<Domain.Authorizations.Authorization>> AuthorizationsAsync(
        Account account, DateTimeOffset since, string? after, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var options = new AuthorizationListOptions
        {
            Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime },
            Limit = PageSize,
            StartingAfter = after,
        };
        var page = await StripeErrors.CallAsync(
            () => new AuthorizationService(stripe).ListAsync(options, StripeClients.OnBehalfOf(account.OnBehalfOf), cancellationToken),
            null, cancellationToken);
        return Page(page, authorization => PurchaseObjects.Authorization(authorization, account.Id, asOf));
    }

    private static CatalogPage<TOurs> Page<TTheirs, TOurs>(StripeList<TTheirs> page, Func<TTheirs, TOurs> translate)
        where TTheirs : StripeEntity<TTheirs>, IHasId =>
        new([.. page.Data.Select(translate)], page.HasMore && page.Data.Count > 0 ? page.Data[^1].Id : null);

    [LoggerMessage(LogLevel.Information, "Stripe lists no connected accounts ({Reason}, Stripe request {StripeRequest})")]
    private partial void LogNoAccounts(string reason, string? stripeRequest);

    private static Account Account(global::Stripe.Account account, AccountKind kind) => new()
    {
        Id = AccountId.Parse(account.Id),
        Name = account.BusinessProfile?.Name ?? account.Settings?.Dashboard?.DisplayName ?? account.Id,
        Kind = kind,
        CollectsRequirements = account.Controller?.RequirementCollection == "application",
    };
}
