using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.StripeSync.Backfill;
using MediatR;

namespace CleanIssuing.WebUi.Hosting.Workers;

/// <summary>Asks for missed events every five minutes.</summary>
internal sealed class BackfillWorker(
    IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger<BackfillWorker> logger)
    : Worker(services, confirmation, time, logger, "The backfill of events", TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5))
{
    protected override IRequest Work { get; } = new BackfillEvents();
}
