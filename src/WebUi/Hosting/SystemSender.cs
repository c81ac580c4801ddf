using MediatR;

namespace CleanIssuing.WebUi.Hosting;

internal static class SystemSender
{
    /// <summary>Sends a request as the application itself, in a scope of its own.</summary>
    public static async Task SendAsSystemAsync(this IServiceProvider services, IRequest request, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().RunAsSystem();
        await scope.ServiceProvider.GetRequiredService<ISender>().Send(request, cancellationToken);
    }

    /// <inheritdoc cref="SendAsSystemAsync(IServiceProvider, IRequest, CancellationToken)" />
    public static async Task<T> SendAsSystemAsync<T>(this IServiceProvider services, IRequest<T> request,
        CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().RunAsSystem();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request, cancellationToken);
    }
}
