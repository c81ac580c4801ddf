using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>A page of the bulk edits of the accounts that the person manages, the latest first.</summary>
/// <param name="RunningOnly">Only those that still have cards to change.</param>
/// <param name="Before">The last one of the page before.</param>
public sealed record GetBulkEdits(bool RunningOnly = false, Guid? Before = null) : IRequest<BulkEdits>, IAuthorizedRequest
{
    public const int PageSize = 50;

    public Requirement Requirement => new ManagesSomeAccount();
}

/// <param name="Total">How many there are, on all pages; of those that are running, on this one.</param>
/// <param name="Older">From where the earlier ones are read; none where there are none.</param>
public sealed record BulkEdits(IReadOnlyList<BulkEditSummary> Edits, int Total, Guid? Older);

internal sealed class GetBulkEditsHandler(ManagedAccounts managed, IBulkEditStore edits) : IRequestHandler<GetBulkEdits, BulkEdits>
{
    public async Task<BulkEdits> Handle(GetBulkEdits request, CancellationToken cancellationToken)
    {
        var accounts = await managed.ListAsync(null, cancellationToken);
        var read = await edits.ListAsync(accounts, request.RunningOnly, request.Before, GetBulkEdits.PageSize + 1, cancellationToken);
        var page = KeysetPage<BulkEditSummary>.Of(read, GetBulkEdits.PageSize, isOn: request.Before is not null, isBack: false);
        return new BulkEdits(
            page.Items, request.RunningOnly ? page.Items.Count : await edits.CountAsync(accounts, cancellationToken), page.Next(e => e.Id));
    }
}
