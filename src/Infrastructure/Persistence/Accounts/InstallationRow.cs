using CleanIssuing.Application.Accounts;

namespace CleanIssuing.Infrastructure.Persistence.Accounts;

internal sealed class InstallationRow
{
    // The key has one value, so that there is one record.
    public int Id { get; init; } = 1;

    public required PortalMode Mode { get; init; }

    public required AccountId Platform { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
