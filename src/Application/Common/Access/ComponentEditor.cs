namespace CleanIssuing.Application.Common.Access;

public sealed record ComponentEditor(string UserId, string UserName, string? IpAddress);
