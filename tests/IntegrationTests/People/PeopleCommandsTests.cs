using System.Diagnostics;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.IntegrationTests.People;

/// <summary>How the first admin of a portal gets in: the operator's commands, those that matter most by the built program.</summary>
public sealed class PeopleCommandsTests(PeopleCommandsTests.OwnPortal portal) : IClassFixture<PeopleCommandsTests.OwnPortal>
{
    [Fact]
    public async Task A_person_is_added_while_the_portal_runs_signs_in_and_is_disabled_and_enabled()
    {
        var (added, said) = await RunProgramAsync(
            "a long enough password", "people", "add", "first@example.com", "--name", "First Admin", "--account", DemoSeed.Lumiere,
            "--role", "admin");
        added.ShouldBe(0, said);
        said.ShouldContain($"first@example.com was added as an admin of {DemoSeed.Lumiere}.");
        using var first = portal.Anyone();
        await first.SignInAsync("first@example.com", "a long enough password");
        (await first.GetAsync("/")).ShouldContain("Lumi&#xE8;re Voyages");

        (await RunAsync("", "people", "disable", "first@example.com")).Said.ShouldContain("first@example.com can no longer sign in.");
        (await RunAsync(
            "", "people", "add", "first@example.com", "--name", "Other", "--account", DemoSeed.Lumiere, "--role", "viewer")).Said
            .ShouldContain("They are disabled and cannot sign in until you run: people enable first@example.com");
        await first.GetAsync("/", System.Net.HttpStatusCode.Found);

        (await RunAsync("", "people", "enable", "first@example.com")).Said.ShouldContain("first@example.com can sign in again");
        (await first.SignInAsync("first@example.com", "a long enough password")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_person_who_exists_gets_another_role_keeps_the_password_and_loses_the_role_again()
    {
        await RunAsync("a long enough password", "people", "add", "both@example.com", "--name", "Both", "--account", DemoSeed.Lumiere,
            "--role", "viewer");

        var (_, said) = await RunAsync(
            "another long password", "people", "add", "both@example.com", "--name", "Both", "--account", DemoSeed.Platform, "--role",
            "admin");
        said.ShouldContain("Both existed, so the name and the password stay");
        using var both = portal.Anyone();
        (await both.SignInAsync("both@example.com", "another long password")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await both.SignInAsync("both@example.com", "a long enough password")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        await both.GetAsync("/events");

        (await RunAsync("", "people", "remove-role", "both@example.com", "--account", DemoSeed.Platform, "--role", "admin")).Said
            .ShouldContain($"both@example.com is no longer an admin of {DemoSeed.Platform}.");
        await both.GetAsync("/events", System.Net.HttpStatusCode.Forbidden);
        (await RunProgramAsync("", "people", "list")).Said.ShouldContain($"both@example.com  Both  viewer {DemoSeed.Lumiere}");
    }

    [Fact]
    public async Task The_database_is_brought_up_to_date_by_a_command()
    {
        var (exit, said) = await RunAsync("", "database", "migrate");

        exit.ShouldBe(0, said);
        said.ShouldContain("is up to date");
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_of_the_old_one()
    {
        await RunAsync("a long enough password", "people", "add", "pass@example.com", "--name", "Pass", "--account", DemoSeed.Lumiere,
            "--role", "viewer");
        using var person = portal.Anyone();
        await person.SignInAsync("pass@example.com", "a long enough password");

        (await RunAsync("a quite different one", "people", "set-password", "pass@example.com")).Said.ShouldContain(
            "pass@example.com has a new password");

        await person.GetAsync("/", System.Net.HttpStatusCode.Found);
        (await person.SignInAsync("pass@example.com", "a quite different one")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
    }

    [Theory]
    [
        InlineData("short", 1, "12 characters", "people", "add", "second@example.com", "--name", "Second", "--account", DemoSeed.Lumiere,
        "--role", "admin")]
    [
        InlineData("a long enough password", 1, "acct_", "people", "add", "second@example.com", "--name", "S", "--account", "Lumiere",
        "--role", "admin")]
    [InlineData(
        "a long enough password", 1, DemoSeed.Lumiere, "people", "add", "second@example.com", "--name", "S", "--account", "acct_1Unknown",
        "--role", "admin")]
    [
        InlineData("a long enough password", 1, "'viewer'", "people", "add", "second@example.com", "--name", "S", "--account",
        DemoSeed.Lumiere, "--role", "viewr")]
    [InlineData("a long enough password", 1, "--role", "people", "add", "second@example.com", "--name", "S", "--account", DemoSeed.Lumiere)]
    [
        InlineData("a long enough password", 1, "--rol", "people", "add", "second@example.com", "--name", "S", "--account",
        DemoSeed.Lumiere, "--rol", "viewer")]
    [InlineData("", 1, "no such person", "people", "disable", "nobody@example.com")]
    [InlineData("", 1, "no such person", "people", "enable", "nobody@example.com")]
    [InlineData("a long enough password", 1, "no such person", "people", "set-password", "nobody@example.com")]
    [InlineData("", 1, "set-password", "people", "promote", "nobody@example.com")]
    public async Task A_wrong_command_says_what_is_wrong_and_changes_nothing(string password, int exit, string told, params string[
] arguments)
    {
        var (code, said) = await RunAsync(password, arguments);

        code.ShouldBe(exit, said);
        said.ShouldContain(told, Case.Insensitive);
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={portal.DatabasePath};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM AspNetUsers WHERE Email = 'second@example.com'";
        command.ExecuteScalar().ShouldBe(0L);
    }

    /// <summary>The same in this process: starting one for each command takes seconds.</summary>
    private async Task<(int Exit, string Said)> RunAsync(string input, params string[] arguments)
    {
        using var said = new StringWriter();
        var terminal = new Terminal(
            new StringReader(input), said, said, ["--environment=Development", "--contentRoot=" + portal.Path]);
        var exit = await new CommandLine(terminal).RunAsync(arguments);
        return (exit, said.ToString());
    }

    /// <summary>The built program, as an operator starts it.</summary>
    private async Task<(int Exit, string Said)> RunProgramAsync(string input, params string[] arguments)
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
        try
        {
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync())
                .WaitAsync(TimeSpan.FromSeconds(90));
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            return (process.ExitCode, string.Concat(said));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    public sealed class OwnPortal : PortalFixture
    {
        public string Path => Folder;
    }
}
