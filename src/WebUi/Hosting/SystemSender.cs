using MediatR;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Sends requests that the system itself makes.</summary>
internal static class SystemSender
{
    public static async Task SendAsSystemAsync(this IServiceProvider services, IRequest request, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeSystem();
        await scope.ServiceProvider.GetRequiredService<ISender>().Send(request, cancellationToken);
    }
}
