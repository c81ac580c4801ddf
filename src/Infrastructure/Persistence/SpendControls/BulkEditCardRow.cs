using CleanIssuing.Application.SpendControls;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class BulkEditCardRow
{
    public required Guid BulkEditId { get; init; }

    public required CardId CardId { get; init; }

    public required int Position { get; init; }

    public required BulkOutcome Outcome { get; init; }

    public string? Details { get; init; }

    /// <summary>When it was changed, where that can be taken back.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Its controls before.</summary>
    public string? Before { get; init; }

    /// <summary>The version of its controls afterwards.</summary>
    public string? Version { get; init; }
}
