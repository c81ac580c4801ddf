using MediatR;

namespace CleanIssuing.Application.Common;

/// <summary>It is time to remove what is older than it has to be. Each module removes its own.</summary>
public sealed record RetentionDue(Retention Retention, DateTimeOffset Now) : INotification;
