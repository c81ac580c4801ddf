using Microsoft.Extensions.Hosting;

namespace CleanIssuing.Infrastructure.Identity;

/// <summary>Makes the hash for nobody before anybody signs in, so that the first of them does not take twice as long.</summary>
internal sealed class StandInHashWarmUp(StandInHash standIn) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Nobody waits for it: hashing is slow on purpose.
        _ = Task.Run(() => standIn.Value, cancellationToken);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
