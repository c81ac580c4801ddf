using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>
/// Starts taking back a bulk edit: each card that it changed gets what it had before, unless somebody has changed it since.
/// </summary>
/// <param name="RequestId">Becomes the id of the bulk edit, so that a second click starts no second one.</param>
public sealed record UndoBulkEdit(AccountId AccountId, Guid Id, Guid RequestId) : IRequest<Guid>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesAccount(AccountId);

    public AuditedAction Audit => new("cards.undo", AccountId.Value);
}

internal sealed class UndoBulkEditHandler(IBulkEditStore edits, BulkEditStarter starter) : IRequestHandler<UndoBulkEdit, Guid>
{
    public async Task<Guid> Handle(UndoBulkEdit request, CancellationToken cancellationToken)
    {
        var done = await edits.FindAsync(request.Id, cancellationToken) is { } found && found.Edit.AccountId == request.AccountId
            ? found
            : throw new NotFoundException(EntityKind.BulkEdit);
        if (!done.CanBeUndone && done.UndoneBy is null)
            throw new RuleViolationException(RefusalReason.BulkEditNotUndoable);
        // Whoever undoes it a second time is shown the first.
        if (done.UndoneBy is { } first)
            return first;
        try
        {
            return await starter.StartAsync(
                request.AccountId, done.Edit.UndoingAction!.Value, [.. done.Cards.Where(c => c.CanBeUndone).Select(c => c.CardId)],
                new SpendControlsInput(), null, request.RequestId, done.Edit.Id, cancellationToken);
        }
        catch (ConflictException)
        {
            // Somebody was quicker.
            return (await edits.FindAsync(request.Id, cancellationToken))?.UndoneBy
                ?? throw new ConflictException(RefusalReason.ChangedSince);
        }
    }
}
