using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Changes the cards of bulk edits that wait, one after the other, until none is left.</summary>
public sealed record RunBulkEdits : IRequest, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new TheSystem();
}

internal sealed class RunBulkEditsHandler(IBulkEditStore edits, IDelegatedSender sender, TimeProvider time) : IRequestHandler<RunBulkEdits>
{
    private const int TriesAtMost = 4;

    /// <summary>A change that the process was killed in the middle of is settled with Stripe before it is made again.</summary>
    private const int TriesWhileUnderWay = 20;

    public async Task Handle(RunBulkEdits request, CancellationToken cancellationToken)
    {
        while (await edits.NextAsync(cancellationToken) is { } next)
        {
            var (outcome, message) = await ChangeAsync(next.Edit, next.Card, cancellationToken);
            await edits.EndAsync(next.Edit.Id, next.Card, outcome, message, CancellationToken.None);
        }
    }

    private async Task<(BulkOutcome Outcome, string? Message)> ChangeAsync(BulkEdit edit, CardId card, CancellationToken cancellationToken)
    {
        // The same id for every try and after a restart: a card is never changed twice.
        var update = new UpdateSpendControls(card.Value, edit.Controls, null, edit.Reason, $"{edit.Id:N}{card.Value[^Math.Min(card.Value.Length, 30)..]}");
        var person = Actor.Person(edit.UserId, edit.UserName, edit.IpAddress);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var updated = await sender.SendAsync(update, person, cancellationToken);
                return updated.Differences.Count == 0
                    ? (BulkOutcome.Unchanged, null)
                    : (BulkOutcome.Changed, string.Join("; ", updated.Differences));
            }
            catch (StripeUnavailableException busy) when (busy.Reason == "stripe_rate_limited" && attempt < TriesAtMost)
            {
                await Task.Delay(busy.RetryAfter ?? TimeSpan.FromSeconds(1), time, cancellationToken);
            }
            catch (ConflictException) when (attempt < TriesWhileUnderWay)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            }
            catch (ExpectedException refused)
            {
                return (BulkOutcome.Failed, refused.Message);
            }
            catch (ValidationException invalid)
            {
                return (BulkOutcome.Failed, invalid.Errors.First().ErrorMessage);
            }
        }
    }
}
