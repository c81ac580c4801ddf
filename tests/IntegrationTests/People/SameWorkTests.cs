using CleanIssuing.Application.People;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.IntegrationTests.People;

/// <summary>What a refused sign-in costs tells nobody who may sign in. Benchmarks measure the time; here the work is counted.</summary>
public sealed class SameWorkTests(CountingPortal portal) : IClassFixture<CountingPortal>
{
    [Fact]
    public async Task A_known_an_unknown_a_disabled_and_a_locked_address_take_the_same_work()
    {
        await portal.Portal.App.Services.SendAsSystemAsync(new DisablePerson("omar@demo.test"), CancellationToken.None);
        using var stranger = portal.Anyone();
        for (var i = 0; i < 5; i++)
            await stranger.SignInAsync("nia@demo.test", "wrong password");

        var known = await WorkAsync("yuki@demo.test", "wrong password");
        var unknown = await WorkAsync("nobody@demo.test", "wrong password");
        var disabled = await WorkAsync("omar@demo.test", DemoPeople.Password);
        var locked = await WorkAsync("nia@demo.test", DemoPeople.Password);

        known.Hashes.ShouldHaveSingleItem().ShouldBe(1000u, "the rounds that tests set");
        foreach (var other in new[] { unknown, disabled, locked })
        {
            other.Hashes.ShouldBe(known.Hashes);
            other.Statements.ShouldBe(known.Statements);
        }
    }

    private async Task<(List<uint> Hashes, List<string> Statements)> WorkAsync(string email, string password)
    {
        using var somebody = portal.Anyone();
        await somebody.RefreshTokenAsync("/sign-in");
        portal.Hasher.Checked.Clear();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = email,
            ["Password"] = password,
            ["__RequestVerificationToken"] = somebody.Token,
        });
        var (statements, refused) = await portal.SendCountedAsync(somebody, request);
        refused.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, "the form is shown again");
        refused.Dispose();
        return ([.. portal.Hasher.Checked], [.. statements.Select(Statement)]);
    }

    /// <summary>Without its time and its parameters' values.</summary>
    private static string Statement(string line) => line[line.IndexOf("CommandType", StringComparison.Ordinal)..];
}
