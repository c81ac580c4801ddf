using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.Cards;

/// <summary>Finishes changes at Stripe whose end is not known: Stripe is asked what became of them, and our copy follows.</summary>
public sealed record FinishWrites : IRequest, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new TheSystem();
}

/// <summary>Tells whether a change whose answer was lost has been made, from the card as Stripe has it.</summary>
public interface ILostWriteJudge
{
    /// <summary>The kind of change that it judges.</summary>
    bool Judges(string kind);

    /// <summary>Whether the card is as the change wanted it.</summary>
    bool IsMade(OpenWrite write, Card card);
}

/// <summary>Judges changes of a card's status, and cards that were issued: those were found by the change's own key.</summary>
internal sealed class StatusWriteJudge : ILostWriteJudge
{
    public bool Judges(string kind) => kind.StartsWith("card.", StringComparison.Ordinal);

    public bool IsMade(OpenWrite write, Card card) =>
        !write.Intent.Intent.TryGetProperty("status", out var wanted) || wanted.GetString() == card.Status.ToString();
}

/// <summary>A change was found to have been made, or not, after its answer had been lost.</summary>
/// <param name="Write">The change.</param>
/// <param name="Card">The card as Stripe has it.</param>
/// <param name="Before">The controls that our copy had, where they were others.</param>
public sealed record LostWriteFound(OpenWrite Write, Card Card, Domain.SpendControls.SpendingControls? Before) : INotification;

internal sealed partial class FinishWritesHandler(
    IWriteJournal journal, ITransactions transactions, ICardReader cards, ICardGateway stripe, ICardCopies copies, IPublisher publisher,
    IEnumerable<ILostWriteJudge> judges, TimeProvider time, ILogger<FinishWritesHandler> logger) : IRequestHandler<FinishWrites>
{
    /// <summary>Longer than a change takes, its tries and the question after them: one that is still under way is left alone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task Handle(FinishWrites request, CancellationToken cancellationToken)
    {
        foreach (var open in await journal.OpenAsync(time.GetUtcNow() - Patience, cancellationToken))
        {
            Card? found;
            try
            {
                found = await FindAsync(open, cancellationToken);
            }
            catch (StripeUnavailableException trouble)
            {
                // The others may be answered.
                LogNotYet(open.Intent.Kind, open.Intent.Subject, trouble.Reason);
                continue;
            }
            catch (StripeRefusedException)
            {
                // Stripe knows no such thing any more, so nothing came of it.
                found = null;
            }

            await transactions.RunAsync(
                async () =>
                {
                    if (found is not null)
                    {
                        var before = await copies.KeepAsync(found, cancellationToken);
                        await publisher.Publish(new LostWriteFound(open, found, before), cancellationToken);
                    }

                    var isMade = found is not null && judges.First(j => j.Judges(open.Intent.Kind)).IsMade(open, found);
                    await journal.EndAsync(open.Key, isMade, isMade ? found!.Id.Value : null, cancellationToken);
                },
                cancellationToken);
            LogFinished(open.Intent.Kind, open.Intent.Subject);
        }
    }

    private async Task<Card?> FindAsync(OpenWrite open, CancellationToken cancellationToken)
    {
        var account = await cards.AccountAsync(open.Intent.Account, cancellationToken);
        var onBehalfOf = account?.OnBehalfOf;
        if (open.Intent.Kind is "card.issue" or "card.replace")
        {
            var cardholder = CardholderId.Parse(open.Intent.Intent.GetProperty("cardholder").GetString());
            return (await stripe.FindIssuedAsync(cardholder, open.StartedAt, open.Key.ToString("N"), open.Intent.Account, onBehalfOf, cancellationToken))?.State;
        }

        return (await stripe.GetAsync(CardId.Parse(open.Intent.Subject), open.Intent.Account, onBehalfOf, cancellationToken)).State;
    }

    [LoggerMessage(LogLevel.Warning, "What became of the change {Kind} of {Subject} is not known yet ({Reason})")]
    private partial void LogNotYet(string kind, string subject, string reason);

    [LoggerMessage(LogLevel.Information, "The change {Kind} of {Subject}, whose end had not been known, was settled with Stripe")]
    private partial void LogFinished(string kind, string subject);
}

/// <summary>Keeps who froze a card where Stripe's answer to it had been lost.</summary>
internal sealed class KeepLostFreeze(ICardCopies copies) : INotificationHandler<LostWriteFound>
{
    public async Task Handle(LostWriteFound notification, CancellationToken cancellationToken)
    {
        var (write, card) = (notification.Write, notification.Card);
        if (write.Intent.Kind == "card.freeze" && card.Status == CardStatus.Inactive)
            await copies.KeepAsync(
                // Whether it was an admin is not kept with the change: the cardholder then has to ask one.
                new CardFreeze(card.Id, ByAdmin: true, write.ActorId, write.ActorName, write.StartedAt), cancellationToken);
        else if (card.Status != CardStatus.Inactive)
            await copies.ThawAsync(card.Id, cancellationToken);
    }
}
