using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Does to one card what a bulk edit does to all of them, as its own audited change, for the person who started it.</summary>
internal sealed class BulkCardChanger(IImpersonatingSender sender, ICardReader cards, IBulkEditStore edits)
{
    public async Task<BulkCardResult> ChangeAsync(BulkEdit edit, CardId card, CancellationToken cancellationToken) => edit.Action switch
    {
        BulkAction.EditControls =>
            await UpdateAsync(edit, new(card, edit.Controls, null, edit.Reason, RequestId(edit, card)), cancellationToken),
        BulkAction.RestoreControls => await RestoreAsync(edit, card, cancellationToken),
        BulkAction.Freeze => await FreezeAsync(edit, card, cancellationToken),
        BulkAction.Unfreeze => await UnfreezeAsync(edit, card, cancellationToken),
        _ => await CancelAsync(edit, card, cancellationToken),
    };

    private async Task<BulkCardResult> UpdateAsync(BulkEdit edit, UpdateSpendControls update, CancellationToken cancellationToken)
    {
        var updated = await sender.SendAsync(update, Person(edit), cancellationToken);
        return updated.Differences.Count == 0
            ? BulkCardResult.Unchanged
            : new(
                BulkOutcome.Changed, updated.Differences,
                new BulkUndo(updated.AsOf, updated.Before, updated.After.Version));
    }

    private async Task<BulkCardResult> RestoreAsync(BulkEdit edit, CardId card, CancellationToken cancellationToken)
    {
        var undo = await FindUndoAsync(edit, card, cancellationToken);
        return await UpdateAsync(
            edit,
            new(card, SpendControlsInput.From(undo.Before!), undo.Version, edit.Reason, RequestId(edit, card), undo.At),
            cancellationToken);
    }

    private async Task<BulkCardResult> FreezeAsync(BulkEdit edit, CardId card, CancellationToken cancellationToken)
    {
        CardChanged frozen;
        try
        {
            // Stripe is asked what the card is by now. What its cardholder has frozen is held by an admin from now on.
            frozen = await sender.SendAsync(new FreezeCard(card, RequestId(edit, card)), Person(edit), cancellationToken);
        }
        catch (RuleViolationException refused) when (refused.Reason is RefusalReason.CardFrozen or RefusalReason.CardState)
        {
            // Others have stopped it already, or it was never activated.
            return BulkCardResult.Unchanged;
        }

        // Only what was active before is active after an undo.
        var at = (await FindAsync(card, cancellationToken)).Freeze?.At;
        return new(BulkOutcome.Changed, frozen.AuditDetails, frozen.WasActive && at is { } time ? new BulkUndo(time) : null);
    }

    private async Task<BulkCardResult> UnfreezeAsync(BulkEdit edit, CardId card, CancellationToken cancellationToken)
    {
        var undo = await FindUndoAsync(edit, card, cancellationToken);
        var view = await FindAsync(card, cancellationToken);
        if (view.Card.Status == CardStatus.Active)
            return BulkCardResult.Unchanged;
        if (view.Card.Status == CardStatus.Canceled)
            throw new RuleViolationException(RefusalReason.CardCanceled, CardAction.Unfreeze);
        if (view.Freeze?.At != undo.At)
            throw new ConflictException(RefusalReason.ChangedSince);
        var changed = await sender.SendAsync(new UnfreezeCard(card, RequestId(edit, card)), Person(edit), cancellationToken);
        return new(BulkOutcome.Changed, changed.AuditDetails);
    }

    private async Task<BulkCardResult> CancelAsync(BulkEdit edit, CardId card, CancellationToken cancellationToken)
    {
        var last4 = (await FindAsync(card, cancellationToken)).Card.Last4;
        var changed = await sender.SendAsync(
            new CancelCard(card, null, last4, RequestId(edit, card)), Person(edit), cancellationToken);
        return new(BulkOutcome.Changed, changed.AuditDetails);
    }

    private async Task<CardView> FindAsync(CardId card, CancellationToken cancellationToken) =>
        await cards.FindAsync(card, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);

    private async Task<BulkUndo> FindUndoAsync(BulkEdit edit, CardId card, CancellationToken cancellationToken) =>
        await edits.FindUndoAsync(edit.UndoOf!.Value, card, cancellationToken) ?? throw new NotFoundException(EntityKind.BulkEdit);

    private static Actor Person(BulkEdit edit) => Actor.Person(edit.UserId, edit.UserName, edit.IpAddress);

    /// <summary>The same for every try and after a restart: a card is never changed twice.</summary>
    private static string RequestId(BulkEdit edit, CardId card) => $"{edit.Id:N}{card.Value[^Math.Min(card.Value.Length, 30)..]}";
}
