using CleanIssuing.Application.SpendControls;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class BulkEditRow
{
    public required Guid Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required string UserId { get; init; }

    public required string UserName { get; init; }

    public string? IpAddress { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string Controls { get; init; }

    public string? Reason { get; init; }

    public required BulkAction Action { get; init; }

    public Guid? UndoOf { get; init; }
}
