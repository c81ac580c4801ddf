using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Handles the events that wait, until none is due.</summary>
public sealed record HandleStripeEvents : IRequest, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new TheSystem();
}

internal sealed partial class HandleStripeEventsHandler(
    IServiceScopeFactory scopes, IEventInbox inbox, IAccountReader accounts, ICardGateway stripe, ICardCopies copies, CardStates states, TimeProvider time,
    ILogger<HandleStripeEventsHandler> logger) : IRequestHandler<HandleStripeEvents>
{
    private const int TriesAtMost = 6;
    private const int ReadAtOnce = 50;

    public async Task Handle(HandleStripeEvents request, CancellationToken cancellationToken)
    {
        // Before the first import nobody knows which account is the platform's; events wait for it.
        if (await accounts.PlatformAsync(cancellationToken) is not { } platform)
            return;

        while (await inbox.NextAsync(time.GetUtcNow(), cancellationToken) is { } next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await HandleAsync(next, platform.Id);
        }

        await ReadAgainAsync(platform.Id, cancellationToken);
    }

    /// <summary>Handles one event in a scope of its own: what failed must leave nothing behind for the next.</summary>
    private async Task HandleAsync(InboxEvent taken, AccountId platform)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var own = services.GetRequiredService<IEventInbox>();
        try
        {
            var told = services.GetRequiredService<IEventReader>().Translate(taken, platform);
            await services.GetRequiredService<ITransactions>().RunAsync(
                async () =>
                {
                    // The end is written first, so that another process at the same event waits here and then leaves it.
                    if (await own.EndAsync(taken.Id, told is null ? EventState.Ignored : EventState.Handled, CancellationToken.None) && told is not null)
                        await services.GetRequiredService<IPublisher>().Publish((object)told, CancellationToken.None);
                },
                CancellationToken.None);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var tries = taken.Tries + 1;
            var setAside = tries >= TriesAtMost;
            LogFailed(failure, taken.Id, taken.Type, tries);
            await inbox.FailAsync(
                taken.Id, failure.GetType().Name, setAside ? EventState.SetAside : EventState.Waiting,
                time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(4, tries)), CancellationToken.None);
        }
    }

    private async Task ReadAgainAsync(AccountId platform, CancellationToken cancellationToken)
    {
        foreach (var (id, account) in await inbox.ToReadAsync(ReadAtOnce, cancellationToken))
        {
            AccountId? onBehalfOf = account == platform ? null : account;
            try
            {
                if (CardId.IsValid(id))
                    await states.KeepAsync((await stripe.GetAsync(CardId.Parse(id), account, onBehalfOf, cancellationToken)).State, cancellationToken);
                else
                    await copies.KeepAsync((await stripe.GetAsync(CardholderId.Parse(id), account, onBehalfOf, cancellationToken)).State, cancellationToken);
            }
            catch (StripeRefusedException refusal)
            {
                // What Stripe does not show any more must not keep the others from being read.
                LogNotRead(id, refusal.Reason, refusal.StripeRequestId);
            }

            await inbox.WasReadAsync(id, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Object} cannot be read from Stripe ({Reason}, Stripe request {StripeRequest})")]
    private partial void LogNotRead(string @object, string reason, string? stripeRequest);

    [LoggerMessage(LogLevel.Warning, "The event {Event} ({Type}) could not be handled, try {Try}")]
    private partial void LogFailed(Exception failure, string @event, string type, int @try);
}

internal sealed class KeepCardTold(CardStates states) : INotificationHandler<CardTold>
{
    public Task Handle(CardTold notification, CancellationToken cancellationToken) => states.KeepToldAsync(notification.Card, cancellationToken);
}

internal sealed class KeepCardholderTold(ICardCopies copies) : INotificationHandler<CardholderTold>
{
    public Task Handle(CardholderTold notification, CancellationToken cancellationToken) =>
        copies.KeepToldAsync(notification.Cardholder, cancellationToken);
}

internal sealed class KeepAuthorizationTold(IPurchaseCopies copies) : INotificationHandler<AuthorizationTold>
{
    public Task Handle(AuthorizationTold notification, CancellationToken cancellationToken) =>
        copies.KeepAsync(notification.Authorization, cancellationToken);
}

internal sealed class KeepTransactionTold(IPurchaseCopies copies) : INotificationHandler<TransactionTold>
{
    public Task Handle(TransactionTold notification, CancellationToken cancellationToken) =>
        copies.KeepAsync(notification.Transaction, cancellationToken);
}
