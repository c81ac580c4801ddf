namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>
/// Times as they are stored: every database can sort a UTC time; not every one keeps an offset, or more than microseconds.
/// </summary>
internal static class UtcTime
{
    public static DateTime ToStored(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
