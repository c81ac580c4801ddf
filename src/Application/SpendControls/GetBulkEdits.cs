using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>The latest bulk edits of the accounts that the person manages.</summary>
/// <param name="RunningOnly">Only those that still have cards to change.</param>
public sealed record GetBulkEdits(bool RunningOnly = false) : IRequest<IReadOnlyList<BulkEditSummary>>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesSomeAccount();
}

internal sealed class GetBulkEditsHandler(ManagedAccounts managed, IBulkEditStore edits)
    : IRequestHandler<GetBulkEdits, IReadOnlyList<BulkEditSummary>>
{
    private const int AtMost = 50;

    public async Task<IReadOnlyList<BulkEditSummary>> Handle(GetBulkEdits request, CancellationToken cancellationToken) =>
        await edits.ListAsync(await managed.ListAsync(null, cancellationToken), request.RunningOnly, AtMost, cancellationToken);
}
