using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.Common.Operations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.IntegrationTests.StripeSync.Exploring;

/// <summary>One card at Stripe, with the gates that every call passes on its way there and back.</summary>
internal sealed class ModelStripe(Gates gates, Card card, DateTimeOffset start) : ICardGateway
{
    private readonly Dictionary<long, Failure> _failures = [];

    public Card Card { get; private set; } = card with { AsOf = start };

    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>How often its controls were changed.</summary>
    public int ControlChanges { get; private set; }

    /// <summary>The events that it has not told yet.</summary>
    private List<Card> Events { get; } = [];

    /// <summary>An event that is told now, and never again: the latest first, for they arrive in any order.</summary>
    public Card? Tell()
    {
        if (Events.Count == 0)
            return null;
        var told = Events[^1];
        Events.RemoveAt(Events.Count - 1);
        return told;
    }

    /// <summary>What goes wrong with the change to this amount.</summary>
    public void Fail(long amount, Failure failure) => _failures[amount] = failure;

    public void Tick() => Now = Now.AddSeconds(1);

    public void Change(Card changed)
    {
        Card = changed with { AsOf = Now };
        Events.Add(Card);
    }

    /// <summary>The state as an answer shows it, dated to now.</summary>
    public Card Read() => Card with { AsOf = Now };

    public async Task<StripeState<Card>> GetAsync(
        CardId card, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        await gates.PassAsync();
        var read = Read();
        await gates.PassAsync();
        return new(read, null);
    }

    public Task<StripeState<Cardholder>> SetControlsAsync(
        CardholderId cardholder, SpendingControls before, SpendingControls after, AccountId account, AccountId? onBehalfOf, string key,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<StripeState<Card>> SetControlsAsync(
        CardId card, SpendingControls before, SpendingControls after, AccountId account, AccountId? onBehalfOf, string key,
        CancellationToken cancellationToken)
    {
        var failure = _failures[after.Limits[0].Amount.Minor];
        await gates.PassAsync();
        if (failure == Failure.KilledBefore)
            throw new ProcessKilledException();
        if (failure == Failure.Refused)
            throw new StripeRefusedException(RefusalReason.ControlsRefused);
        Change(Card with { SpendingControls = Card.SpendingControls.With(new SpendingControlsChange { Limits = after.Limits }) });
        ControlChanges++;
        var answer = Read();
        await gates.PassAsync();
        if (failure == Failure.KilledAfter)
            throw new ProcessKilledException();
        return failure == Failure.LostAnswer ? throw new StripeUnavailableException(RefusalReason.StripeTimeout) : new(answer, null);
    }

    public Task<StripeState<Cardholder>> GetAsync(
        CardholderId cardholder, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<StripeState<Card>> SetStatusAsync(
        CardId card, CardStatus status, CancellationReason? reason, AccountId account, AccountId? onBehalfOf, string key,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<StripeState<Card>> IssueAsync(
        NewCard card, AccountId account, AccountId? onBehalfOf, string key, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<StripeState<Card>?> FindIssuedAsync(
        CardholderId cardholder, DateTimeOffset since, string key, AccountId account, AccountId? onBehalfOf,
        CancellationToken cancellationToken) => throw new NotSupportedException();
}
