using MediatR;

namespace CleanIssuing.WebUi.Hosting;

internal sealed class ImpersonatingSender(IServiceScopeFactory scopes) : IImpersonatingSender
{
    public async Task<T> SendAsync<T>(IRequest<T> request, Actor person, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().RunAs(person);
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request, cancellationToken);
    }
}
