namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class SignInThrottleRow
{
    public required string Key { get; init; }

    public int Failures { get; init; }

    public required DateTimeOffset LastFailedAt { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }
}
