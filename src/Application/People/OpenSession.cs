namespace CleanIssuing.Application.People;

/// <summary>A session of a person's, for them to look at.</summary>
/// <param name="Key">What the list calls it. Opens nothing.</param>
/// <param name="Device">What the browser calls itself.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record OpenSession(
    string Key, string Device, string? IpAddress, DateTimeOffset BegunAt, DateTimeOffset LastSeenAt, bool IsThis);
