using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.SpendControls;
using MediatR;

namespace CleanIssuing.WebUi.Hosting.Workers;

/// <summary>Runs bulk edits as they are started.</summary>
internal sealed class BulkEditWorker(
    IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger<BulkEditWorker> logger)
    : Worker(services, confirmation, time, logger, "The bulk editing", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)), IBulkEditSignal
{
    protected override IRequest Work { get; } = new RunBulkEdits();
}
