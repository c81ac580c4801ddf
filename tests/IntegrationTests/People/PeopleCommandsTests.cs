using System.Diagnostics;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.IntegrationTests.People;

/// <summary>How the first admin of a portal gets in: the built program, run as its operator runs it.</summary>
public sealed class PeopleCommandsTests(PeopleCommandsTests.OwnPortal portal) : IClassFixture<PeopleCommandsTests.OwnPortal>
{
    [Fact]
    public async Task A_person_is_added_while_the_portal_runs_signs_in_and_is_disabled()
    {
        var (added, said) = await RunAsync(
            "a long enough password", "people", "add", "first@example.com", "--name", "First Admin", "--account", DemoSeed.Lumiere);
        added.ShouldBe(0, said);
        using var first = portal.Anyone();
        await first.SignInAsync("first@example.com", "a long enough password");
        (await first.GetAsync("/")).ShouldContain(DemoSeed.Lumiere);

        (await RunAsync("", "people", "disable", "first@example.com")).Exit.ShouldBe(0);

        await first.GetAsync("/", System.Net.HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("short", 1, "12 characters", "people", "add", "second@example.com", "--name", "Second", "--account", DemoSeed.Lumiere)]
    [InlineData("a long enough password", 1, "acct_", "people", "add", "second@example.com", "--name", "Second", "--account", "Lumiere")]
    [InlineData("", 1, "no such person", "people", "disable", "nobody@example.com")]
    [InlineData("", 2, "people add EMAIL", "people", "add", "second@example.com")]
    [InlineData("", 2, "people add EMAIL", "people")]
    public async Task A_wrong_command_says_what_is_wrong(string password, int exit, string told, params string[] arguments)
    {
        var (code, said) = await RunAsync(password, arguments);

        code.ShouldBe(exit, said);
        said.ShouldContain(told, Case.Insensitive);
    }

    private async Task<(int Exit, string Said)> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_CONTENTROOT"] = portal.Path },
        };
        start.ArgumentList.Add(typeof(Portal).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    public sealed class OwnPortal : PortalFixture
    {
        public string Path => Folder;
    }
}
