using CleanIssuing.Application.Accounts;
using MediatR;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Hosting.Workers;

/// <summary>Removes once an hour what is older than it has to be.</summary>
internal sealed class RetentionWorker(
    IServiceProvider services, PlatformConfirmation confirmation, IOptions<PortalOptions> portal, TimeProvider time,
    ILogger<RetentionWorker> logger)
    : Worker(services, confirmation, time, logger, "The removal of old rows", TimeSpan.FromHours(1), TimeSpan.FromMinutes(5))
{
    protected override IRequest Work { get; } = new ApplyRetention(new Retention(
        portal.Value.Retention.Operations, portal.Value.Retention.AuditLog, portal.Value.Sessions.Idle, portal.Value.Sessions.Absolute));
}
