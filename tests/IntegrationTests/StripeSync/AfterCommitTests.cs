using CleanIssuing.Application.Common;
using CleanIssuing.IntegrationTests.Common;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.StripeSync;

[Collection(SharedPortal.Name)]
public class AfterCommitTests(PortalFixture portal)
{
    [Fact]
    public async Task What_follows_a_transaction_happens_once_it_is_kept_and_not_at_all_if_it_is_not()
    {
        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        var done = new List<string>();

        await Should.ThrowAsync<NotSupportedException>(() => unit.ExecuteAsync(
            () =>
            {
                unit.AfterCommit(() => done.Add("not kept"));
                throw new NotSupportedException();
            },
            CancellationToken.None));
        await unit.ExecuteAsync(
            () =>
            {
                unit.AfterCommit(() => done.Add("kept"));
                done.ShouldBeEmpty("it is not committed yet");
                return Task.CompletedTask;
            },
            CancellationToken.None);
        unit.AfterCommit(() => done.Add("no transaction"));

        done.ShouldBe(["kept", "no transaction"]);
    }
}
