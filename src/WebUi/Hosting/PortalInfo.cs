using CleanIssuing.Application.Accounts;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>What pages may know of the portal.</summary>
public sealed record PortalInfo(PortalMode Mode);
