namespace CleanIssuing.Application.Embedded;

/// <summary>Somebody opened a component: the only trace of who may have changed something in it.</summary>
/// <param name="CanManage">Whether it lets them change spend controls.</param>
public sealed record ComponentSession(
    AccountId AccountId, string UserId, string UserName, string? IpAddress, bool CanManage, DateTimeOffset At);
