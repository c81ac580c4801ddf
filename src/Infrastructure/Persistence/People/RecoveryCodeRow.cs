namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class RecoveryCodeRow
{
    public required string UserId { get; init; }

    public required string Hash { get; init; }
}
