using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Changes the cards that wait in bulk edits, one after the other, each as its own audited change.</summary>
public sealed record RunBulkEdits : IRequest, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

internal sealed class RunBulkEditsHandler(IBulkEditStore edits, IImpersonatingSender sender, TimeProvider time)
    : IRequestHandler<RunBulkEdits>
{
    private const int TriesAtMost = 4;

    // A change that the last process left open ends within a minute.
    private const int TriesWhileInProgress = 20;

    public async Task Handle(RunBulkEdits request, CancellationToken cancellationToken)
    {
        while (await edits.GetNextAsync(cancellationToken) is { } next)
        {
            var (outcome, details) = await ChangeAsync(next.Edit, next.Card, cancellationToken);
            await edits.SetOutcomeAsync(next.Edit.Id, next.Card, outcome, details, CancellationToken.None);
        }
    }

    private async Task<(BulkOutcome Outcome, IReadOnlyList<Detail> Details)> ChangeAsync(
        BulkEdit edit, CardId card, CancellationToken cancellationToken)
    {
        // The same id for every try and after a restart: a card is never changed twice.
        var requestId = $"{edit.Id:N}{card.Value[^Math.Min(card.Value.Length, 30)..]}";
        var update = new UpdateSpendControls(card, edit.Controls, null, edit.Reason, requestId);
        var person = Actor.Person(edit.UserId, edit.UserName, edit.IpAddress);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var updated = await sender.SendAsync(update, person, cancellationToken);
                return (updated.Differences.Count == 0 ? BulkOutcome.Unchanged : BulkOutcome.Changed, updated.Differences);
            }
            catch (StripeUnavailableException down) when (down.Reason == RefusalReason.StripeCircuitOpen)
            {
                // Nothing reaches Stripe for a few seconds; the cards must not fail one after the other meanwhile.
                await Task.Delay(down.RetryAfter ?? TimeSpan.FromSeconds(1), time, cancellationToken);
                attempt--;
            }
            catch (StripeUnavailableException busy) when (busy.Reason == RefusalReason.StripeRateLimited && attempt < TriesAtMost)
            {
                await Task.Delay(busy.RetryAfter ?? TimeSpan.FromSeconds(1), time, cancellationToken);
            }
            catch (ConflictException) when (attempt < TriesWhileInProgress)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            }
            catch (ExpectedException refused)
            {
                return (BulkOutcome.Failed, [new Detail("refused." + refused.Reason.ToCode(), Texts(refused.Arguments))]);
            }
            catch (ValidationException invalid)
            {
                var error = invalid.Errors.First();
                return (BulkOutcome.Failed, [new Detail("invalid." + error.ErrorCode, Texts(error.CustomState as object[] ?? []))]);
            }
        }
    }

    private static string[] Texts(IReadOnlyList<object> arguments) => [.. arguments.Select(a => a is Enum code ? code.ToCode() : $"{a}")];
}
