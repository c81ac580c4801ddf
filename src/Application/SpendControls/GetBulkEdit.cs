using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>How far a bulk edit has come.</summary>
public sealed record GetBulkEdit(AccountId AccountId, Guid Id) : IRequest<BulkEditProgress>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesAccount(AccountId);
}

internal sealed class GetBulkEditHandler(IBulkEditStore edits) : IRequestHandler<GetBulkEdit, BulkEditProgress>
{
    public async Task<BulkEditProgress> Handle(GetBulkEdit request, CancellationToken cancellationToken) =>
        await edits.FindAsync(request.Id, cancellationToken) is { } found && found.Edit.AccountId == request.AccountId
            ? found
            : throw new NotFoundException(EntityKind.BulkEdit);
}
