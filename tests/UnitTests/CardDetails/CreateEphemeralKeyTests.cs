using CleanIssuing.Application;
using CleanIssuing.Application.Audit;
using CleanIssuing.Application.CardDetails;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.UnitTests.Common;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanIssuing.UnitTests.CardDetails;

/// <summary>The use case through its behaviors, on ports in memory.</summary>
public class CreateEphemeralKeyTests
{
    private static readonly CreateEphemeralKey Request = new("ic_1", "ephkn_123456789");
    private readonly Ports _ports = new();

    [Fact]
    public async Task A_cardholder_gets_a_key_and_the_trail_has_it_before_Stripe_is_asked()
    {
        var issued = await SendAsync(Request);

        issued.Key.Secret.ShouldBe("ek_test_secret");
        _ports.Happened.ShouldBe(["begin card_details.reveal ic_1", "stripe ic_1", "end Succeeded req_1"]);
    }

    [Fact]
    public async Task If_the_trail_cannot_be_written_Stripe_is_not_asked()
    {
        _ports.TrailBreaksAt = "begin";

        await Should.ThrowAsync<IOException>(() => SendAsync(Request));

        _ports.Happened.ShouldNotContain(e => e.StartsWith("stripe"));
    }

    [Fact]
    public async Task If_the_end_cannot_be_written_the_secret_does_not_leave()
    {
        _ports.TrailBreaksAt = "end";

        await Should.ThrowAsync<IOException>(() => SendAsync(Request));
    }

    [Fact]
    public async Task A_failure_at_Stripe_is_written_down_with_its_reason()
    {
        _ports.Stripe = () => throw new StripeUnavailableException("Stripe failed.", "stripe_failed") { StripeRequestId = "req_9" };

        await Should.ThrowAsync<StripeUnavailableException>(() => SendAsync(Request));

        _ports.Happened[^1].ShouldBe("end Failed stripe_failed req_9");
    }

    [Fact]
    public async Task Nobody_elses_card_exists_and_the_try_is_written_down()
    {
        _ports.Tie = null;

        await Should.ThrowAsync<NotFoundException>(() => SendAsync(Request));

        _ports.Happened.ShouldBe(["deny card_details.reveal ic_1 not_found"]);
    }

    [Fact]
    public async Task An_admin_of_the_cards_account_gets_a_key()
    {
        _ports.Tie = new CardTie(Build.AccountId, null, IsCardholder: false, IsAdmin: true);

        (await SendAsync(Request)).Key.Secret.ShouldBe("ek_test_secret");
    }

    [Fact]
    public async Task Nobody_gets_a_key_without_signing_in()
    {
        _ports.Actor = Actor.Anonymous();

        await Should.ThrowAsync<SignInRequiredException>(() => SendAsync(Request));
    }

    [Fact]
    public async Task Not_even_the_system_gets_a_key()
    {
        _ports.Actor = Actor.System;

        await Should.ThrowAsync<SignInRequiredException>(() => SendAsync(Request));
    }

    [Fact]
    public async Task A_canceled_card_has_no_key_and_Stripe_is_not_asked()
    {
        _ports.Card = Build.Card(status: CardStatus.Canceled);

        (await Should.ThrowAsync<RuleViolationException>(() => SendAsync(Request))).Reason.ShouldBe("card_canceled");

        _ports.Happened.ShouldNotContain(e => e.StartsWith("stripe"));
    }

    [Theory]
    [InlineData("", "ephkn_123456789", "card_id")]
    [InlineData("ic_", "ephkn_123456789", "card_id")]
    [InlineData("ic_ü", "ephkn_123456789", "card_id")]
    [InlineData("ic_1\0", "ephkn_123456789", "card_id")]
    [InlineData("ich_1", "ephkn_123456789", "card_id")]
    [InlineData("ic_1", "", "nonce")]
    [InlineData("ic_1", "eph\0kn_123456789", "nonce")]
    public async Task A_bad_shape_is_told_by_its_field_and_nobody_looks_further(string card, string nonce, string field)
    {
        var refused = await Should.ThrowAsync<ValidationException>(() => SendAsync(new CreateEphemeralKey(card, nonce)));

        refused.Errors.ShouldHaveSingleItem().PropertyName.ShouldBe(field);
        _ports.Happened.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_that_does_not_say_who_may_send_it_is_refused()
    {
        var handled = false;
        await using var services = _ports.Services(s => s.AddSingleton<IRequestHandler<Undeclared>>(new UndeclaredHandler(() => handled = true)));

        await Should.ThrowAsync<ForbiddenException>(() => services.GetRequiredService<ISender>().Send(new Undeclared()));

        handled.ShouldBeFalse();
    }

    [Fact]
    public void The_texts_of_request_and_answer_give_no_secret_away()
    {
        var issued = new EphemeralKeyIssued(
            CardId.Parse("ic_1"), Nonce.Parse("ephkn_123456789"), new EphemeralKey("ek_test_secret", Build.Now, "req_1"));

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

    private sealed class Ports : ICurrentActor, IAccessReader, IAuditTrail, ICardReader, IEphemeralKeyGateway
    {
        public List<string> Happened { get; } = [];

        public string? TrailBreaksAt { get; set; }

        public Actor Actor { get; set; } = Actor.Person("user-1", "jenny@demo.test");

        public CardTie? Tie { get; set; } = new(Build.AccountId, null, IsCardholder: true, IsAdmin: false);

        public Card Card { get; set; } = Build.Card();

        public Func<EphemeralKey> Stripe { get; set; } = () => new EphemeralKey("ek_test_secret", Build.Now.AddMinutes(15), "req_1");

        public ServiceProvider Services(Action<IServiceCollection>? more = null)
        {
            var services = new ServiceCollection().AddLogging().AddApplication();
            services.AddSingleton(TimeProvider.System);
            services.AddSingleton<ICurrentActor>(this).AddSingleton<IAccessReader>(this).AddSingleton<IAuditTrail>(this)
                .AddSingleton<ICardReader>(this).AddSingleton<IEphemeralKeyGateway>(this);
            more?.Invoke(services);
            return services.BuildServiceProvider();
        }

        public Task<CardTie?> FindCardTieAsync(string userId, CardId card, CancellationToken cancellationToken) => Task.FromResult(Tie);

        public Task<bool> IsAdminAsync(string userId, AccountId account, CancellationToken cancellationToken) => Task.FromResult(Tie is { IsAdmin: true });

        public async Task<AuditEntry> BeginAsync(AuditedAction action, Actor actor, AccountId? account, CancellationToken cancellationToken)
        {
            await Write("begin", $"begin {action.Action} {action.Subject}");
            return new AuditEntry { At = Build.Now, Action = action.Action, Subject = action.Subject };
        }

        public Task<IReadOnlyList<AccountId>> AdminOfAsync(string userId, CancellationToken cancellationToken) => throw new NotSupportedException();

        Task<IReadOnlyList<AccountId>> IAccessReader.SeenByAsync(string userId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> IsPlatformAdminAsync(string userId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task EndAsync(AuditEntry entry, AuditEnd end, CancellationToken cancellationToken) =>
            Write("end", string.Join(' ', new[] { "end", end.Outcome.ToString(), end.Reason, end.StripeRequestId }.OfType<string>()));

        public Task DenyAsync(AuditedAction action, Actor actor, string reason, CancellationToken cancellationToken) =>
            Write("deny", $"deny {action.Action} {action.Subject} {reason}");

        public Task<CardStatus?> StatusAsync(CardId id, CancellationToken cancellationToken) => Task.FromResult<CardStatus?>(Card.Status);

        public Task<CardView?> FindAsync(CardId id, CancellationToken cancellationToken) =>
            Task.FromResult<CardView?>(new CardView(Card, Build.Cardholder(), Build.Account()));

        public Task<EphemeralKey> CreateAsync(CardId card, AccountId? onBehalfOf, Nonce nonce, CancellationToken cancellationToken)
        {
            Happened.Add("stripe " + card);
            return Task.FromResult(Stripe());
        }

        public Task<IReadOnlyList<CardView>> HeldByAsync(string userId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<CardView>>([]);

        public Task<Account?> AccountAsync(AccountId account, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Card?> ReplacedByAsync(CardId id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<CardView>> ThoseAsync(AccountId account, IReadOnlyCollection<CardId> ids, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<Account>> SeenByAsync(string userId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Account>>([]);

        private Task Write(string step, string line)
        {
            if (TrailBreaksAt == step)
                throw new IOException("The disk is full.");
            Happened.Add(line);
            return Task.CompletedTask;
        }
    }
}
