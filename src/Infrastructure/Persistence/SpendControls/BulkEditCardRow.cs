using CleanIssuing.Application.SpendControls;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class BulkEditCardRow
{
    public required Guid BulkEditId { get; init; }

    public required CardId CardId { get; init; }

    public required int Position { get; init; }

    public required BulkOutcome Outcome { get; init; }

    public string? Details { get; init; }
}
