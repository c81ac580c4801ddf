using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>How far a bulk edit has come, card by card.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Id">The edit.</param>
public sealed record GetBulkEdit(string AccountId, Guid Id) : IRequest<BulkEditProgress>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesAccount(AccountId);
}

internal sealed class GetBulkEditHandler(IBulkEditStore edits) : IRequestHandler<GetBulkEdit, BulkEditProgress>
{
    public async Task<BulkEditProgress> Handle(GetBulkEdit request, CancellationToken cancellationToken) =>
        await edits.FindAsync(request.Id, cancellationToken) is { } found && found.Edit.AccountId == AccountId.Parse(request.AccountId)
            ? found
            : throw new NotFoundException("bulk edit");
}
