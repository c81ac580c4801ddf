namespace CleanIssuing.Application.Accounts;

/// <summary>What a database was set up for. It serves one mode of one platform account for its whole life.</summary>
public sealed record Installation(PortalMode Mode, AccountId Platform, DateTimeOffset RecordedAt);
