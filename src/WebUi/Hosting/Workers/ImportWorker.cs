using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.StripeSync.Import;
using CleanIssuing.Application.StripeSync.Webhooks;
using MediatR;

namespace CleanIssuing.WebUi.Hosting.Workers;

/// <summary>Imports at start, and once a day.</summary>
internal sealed class ImportWorker(
    IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger<ImportWorker> logger)
    : Worker(services, confirmation, time, logger, "The import from Stripe", TimeSpan.FromHours(24), TimeSpan.FromSeconds(15)),
        IImportSignal
{
    protected override IRequest Work { get; } = new ImportFromStripe();
}
