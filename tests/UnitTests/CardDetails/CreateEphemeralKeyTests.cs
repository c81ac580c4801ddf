using CleanIssuing.Application;
using CleanIssuing.Application.CardDetails;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.Common.Operations;
using CleanIssuing.Application.Common.Pipeline;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.UnitTests.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.UnitTests.CardDetails;

/// <summary>The use case through its behaviors, on ports in memory.</summary>
public class CreateEphemeralKeyTests
{
    private static readonly CreateEphemeralKey Request = new(CardId.Parse("ic_1"), Nonce.Parse("ephkn_123456789"));
    private readonly Ports _ports = new();

    [Fact]
    public async Task A_cardholder_gets_a_key_and_the_audit_log_has_it_before_Stripe_is_asked()
    {
        var issued = await SendAsync(Request);

        issued.Key.Secret.ShouldBe("ek_test_secret");
        _ports.Happened.ShouldBe(["begin card_details.reveal ic_1", "stripe ic_1", "end Succeeded req_1"]);
    }

    [Fact]
    public async Task If_the_audit_log_cannot_be_written_Stripe_is_not_asked()
    {
        _ports.AuditFailsAt = "begin";

        await Should.ThrowAsync<IOException>(() => SendAsync(Request));

        _ports.Happened.ShouldNotContain(e => e.StartsWith("stripe"));
    }

    [Fact]
    public async Task If_the_end_cannot_be_written_the_secret_does_not_leave()
    {
        _ports.AuditFailsAt = "end";

        await Should.ThrowAsync<IOException>(() => SendAsync(Request));
    }

    [Fact]
    public async Task A_failure_at_Stripe_is_written_down_with_its_reason()
    {
        _ports.Stripe = () => throw new StripeUnavailableException(RefusalReason.StripeFailed) { StripeRequestId = "req_9" };

        await Should.ThrowAsync<StripeUnavailableException>(() => SendAsync(Request));

        _ports.Happened[^1].ShouldBe("end Failed stripe_failed req_9");
    }

    [Fact]
    public async Task Nobody_elses_card_exists_and_the_try_is_written_down()
    {
        _ports.Relationship = null;

        await Should.ThrowAsync<NotFoundException>(() => SendAsync(Request));

        _ports.Happened.ShouldBe(["deny card_details.reveal ic_1 not_found"]);
    }

    [Fact]
    public async Task An_admin_of_the_cards_account_gets_a_key()
    {
        _ports.Relationship = new CardRelationship(TestData.AccountId, null, IsCardholder: false, IsAdmin: true);

        (await SendAsync(Request)).Key.Secret.ShouldBe("ek_test_secret");
    }

    [Fact]
    public async Task Of_two_who_ask_for_the_PIN_at_once_with_one_proof_one_gets_a_key()
    {
        var pin = Request with { What = RevealedDetails.Pin };

        (await SendAsync(pin)).Key.Secret.ShouldBe("ek_test_secret");

        await Should.ThrowAsync<StepUpRequiredException>(() => SendAsync(pin));
        _ports.Happened.Count(e => e.StartsWith("stripe")).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_gets_a_key_without_signing_in()
    {
        _ports.Actor = Actor.Anonymous();

        await Should.ThrowAsync<UnauthenticatedException>(() => SendAsync(Request));
    }

    [Fact]
    public async Task Not_even_the_system_gets_a_key()
    {
        _ports.Actor = Actor.System;

        await Should.ThrowAsync<UnauthenticatedException>(() => SendAsync(Request));
    }

    [Fact]
    public async Task A_canceled_card_has_no_key_and_Stripe_is_not_asked()
    {
        _ports.Card = TestData.Card(status: CardStatus.Canceled);

        (await Should.ThrowAsync<RuleViolationException>(() => SendAsync(Request))).Reason.ShouldBe(RefusalReason.CardCanceled);

        _ports.Happened.ShouldNotContain(e => e.StartsWith("stripe"));
    }

    [Theory]
    [InlineData(CardStatus.Canceled, RefusalReason.CardCanceled)]
    [InlineData(CardStatus.Active, RefusalReason.KeyRefused)]
    public async Task A_refusal_that_does_not_say_why_is_explained_by_the_card_at_Stripe(CardStatus status, RefusalReason reason)
    {
        _ports.Stripe = () => throw new StripeRefusedException(RefusalReason.KeyRefused);
        _ports.CardAtStripe = TestData.Card(status: status);

        (await Should.ThrowAsync<ExpectedException>(() => SendAsync(Request))).Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task A_request_that_does_not_say_who_may_send_it_is_refused()
    {
        var handled = false;
        await using var services =
            _ports.Services(s => s.AddSingleton<IRequestHandler<Undeclared>>(new UndeclaredHandler(() => handled = true)));

        await Should.ThrowAsync<ForbiddenException>(() => services.GetRequiredService<ISender>().Send(new Undeclared()));

        handled.ShouldBeFalse();
    }

    [Fact]
    public void The_texts_of_request_and_answer_give_no_secret_away()
    {
        var issued = new EphemeralKeyIssued(
            CardId.Parse("ic_1"), Nonce.Parse("ephkn_123456789"), new EphemeralKey("ephkey_1", "ek_test_secret", TestData.Now, "req_1"));

        $"{Request} {issued}".ShouldNotContain("ephkn_");
        $"{Request} {issued}".ShouldNotContain("ek_test");
    }

    private async Task<EphemeralKeyIssued> SendAsync(CreateEphemeralKey request)
    {
        await using var services = _ports.Services();
        return await services.GetRequiredService<ISender>().Send(request);
    }

    private sealed record Undeclared : IRequest;

    private sealed class UndeclaredHandler(Action handled) : IRequestHandler<Undeclared>
    {
        public Task Handle(Undeclared request, CancellationToken cancellationToken)
        {
            handled();
            return Task.CompletedTask;
        }
    }

    private sealed class Ports
        : ICurrentActor, IAccessReader, IAuditLog, ICardReader, ICardReplicaUpdater, IEphemeralKeyGateway, IStepUpProofs
    {
        public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();

        public List<string> Happened { get; } = [];

        public string? AuditFailsAt { get; set; }

        public Actor Actor { get; set; } = Actor.Person("user-1", "jenny@demo.test");

        public CardRelationship? Relationship { get; set; } = new(TestData.AccountId, null, IsCardholder: true, IsAdmin: false);

        public Card Card { get; set; } = TestData.Card();

        public Card CardAtStripe { get; set; } = TestData.Card();

        public Func<EphemeralKey> Stripe { get; set; } =
            () => new EphemeralKey("ephkey_1", "ek_test_secret", TestData.Now.AddMinutes(15), "req_1");

        public ServiceProvider Services(Action<IServiceCollection>? more = null)
        {
            var services = new ServiceCollection().AddLogging().AddApplication();
            services.AddSingleton(TimeProvider.System);
            services.AddSingleton<ICurrentActor>(this).AddSingleton<IAccessReader>(this).AddSingleton<IAuditLog>(this)
                .AddSingleton<ICardReader>(this).AddSingleton<ICardReplicaUpdater>(this).AddSingleton<IEphemeralKeyGateway>(this)
                .AddSingleton<IStepUpProofs>(this);
            more?.Invoke(services);
            return services.BuildServiceProvider();
        }

        public Task<CardRelationship?> FindCardRelationshipAsync(string userId, CardId card, CancellationToken cancellationToken) =>
            Task.FromResult(Relationship);

        public StepUpState GetStepUp(AccountId account) =>
            new(StepUpScope.Pin, AdminsSeePins: false, IsFresh: true, HasSecondFactor: true, Request.CardId);

        public bool IsFresh => true;

        public string Session => "session";

        public Task AddAsync(CardId? pinCardId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> UseForPinAsync(CardId card, CancellationToken cancellationToken) => Task.FromResult(PinProofs-- > 0);

        /// <summary>How many proofs for the PIN there are.</summary>
        public int PinProofs { get; set; } = 1;

        public Task<CardId?> FindCardOfAsync(AuthorizationId purchase, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> IsAdminAsync(string userId, AccountId account, CancellationToken cancellationToken) =>
            Task.FromResult(Relationship is { IsAdmin: true });

        public Task<bool> IsPlatformAdminAsync(string userId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<AccountId>> ListAdministeredAccountsAsync(string userId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public IReadOnlyList<SeenAccount> ListSeenAccounts() => throw new NotSupportedException();

        public Task<IReadOnlyList<AccountId>> ListVisibleAccountsAsync(string userId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<string?> FindNameAsync(string userId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<CardholderId>> ListOwnCardholdersAsync(string userId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public async Task<long> BeginAsync(AuditedAction action, Actor actor, AccountId? account, CancellationToken cancellationToken)
        {
            await WriteAsync("begin", $"begin {action.Action} {action.Subject}");
            return 1;
        }

        public Task EndAsync(long entry, AuditResult result, CancellationToken cancellationToken) => WriteAsync(
            "end", string.Join(' ', new[] { "end", result.Outcome.ToString(), result.Reason, result.StripeRequestId }.OfType<string>()));

        public Task DenyAsync(
            AuditedAction action, Actor actor, AccountId? account, string reason, CancellationToken cancellationToken) =>
            WriteAsync("deny", $"deny {action.Action} {action.Subject} {reason}");

        public Task RecordAsync(
            AuditedAction action, Actor actor, AccountId account, DateTimeOffset at, AuditResult result,
            CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<CardStatus?> GetStatusAsync(CardId id, CancellationToken cancellationToken) =>
            Task.FromResult<CardStatus?>(Card.Status);

        public Task<CardView?> FindAsync(CardId id, CancellationToken cancellationToken) =>
            Task.FromResult<CardView?>(new CardView(Card, TestData.Cardholder(), TestData.Account()));

        public Task<IReadOnlyList<CardView>> ListActiveAsync(
            IReadOnlyCollection<AccountId> accounts, IReadOnlyCollection<CardholderId> cardholders, Currency currency, int take,
        CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<CardView>> ListForCardholdersAsync(
            IReadOnlyCollection<CardholderId> cardholders, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<UnconfirmedChange?> FindUnconfirmedChangeAsync(CardId id, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> UpsertAsync(Card card, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> UpsertAsync(Cardholder cardholder, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task UpsertWithinOperationAsync(Card card, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<StripeState<Cardholder>> ReadWithinOperationAsync(
            PendingOperation operation, CardholderId cardholder, AccountId account, AccountId? onBehalfOf,
            CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> ReadAsync(
            CardholderId cardholder, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<AccountId?> FindAccountOfAsync(CardholderId cardholder, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<StripeState<Card>> ReadWithinOperationAsync(
            PendingOperation operation, CardId card, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task QueueRefreshAsync(CardId card, AccountId account, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<(Card Card, bool IsApplied)> ReadAsync(
            CardId card, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken) =>
            Task.FromResult((CardAtStripe, true));

        public Task<Card?> FindReplacementAsync(CardId id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<CardView>> GetByIdsAsync(
            IReadOnlyCollection<AccountId> accounts, IReadOnlyCollection<CardId> ids, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<EphemeralKey> CreateAsync(CardId card, AccountId? onBehalfOf, Nonce nonce, CancellationToken cancellationToken)
        {
            Happened.Add("stripe " + card);
            return Task.FromResult(Stripe());
        }

        private Task WriteAsync(string step, string line)
        {
            if (AuditFailsAt == step)
                throw new IOException("The disk is full.");
            Happened.Add(line);
            return Task.CompletedTask;
        }
    }
}
