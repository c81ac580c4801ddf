using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Commands for whoever runs the portal: how the first admin gets in, and how somebody is kept out.</summary>
internal static class PeopleCommands
{
    private const string Usage = """
        people add EMAIL --name "NAME" --account acct_… [--cardholder ich_… | --role viewer]
            lets the person sign in: as an admin of the account, as the cardholder named, or as a viewer who changes nothing; the password is read from standard input
        people disable EMAIL
            ends the person's sessions and lets them sign in no more
        """;

    public static bool Recognizes(string[] args) => args is ["people", ..];

    public static async Task<int> RunAsync(string[] args)
    {
        var request = Read(args[1..]);
        if (request is null)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            // A sandbox of its own port: the portal may be running.
            await using var portal = await Portal.BuildAsync([], builder => builder.Configuration["Sandbox:Url"] = "http://127.0.0.1:0");
            await portal.App.Services.SendAsSystemAsync(request, CancellationToken.None);
            await Console.Out.WriteLineAsync("Done.");
            return 0;
        }
        catch (Exception refused) when (refused is ExpectedException or ValidationException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static IRequest? Read(string[] args) => args switch
    {
        ["disable", var email] => new DisablePerson(email),
        ["add", var email, .. var options] when Options(options) is { } given && given.ContainsKey("--name") && given.ContainsKey("--account") =>
            new AddPerson(email, given["--name"], ReadPassword(), given["--account"], given.GetValueOrDefault("--cardholder"),
                given.GetValueOrDefault("--role") == "viewer"),
        _ => null,
    };

    private static Dictionary<string, string>? Options(string[] options) =>
        options.Length % 2 == 0 && options.Where((_, i) => i % 2 == 0).All(o => o is "--name" or "--account" or "--cardholder" or "--role")
            ? options.Chunk(2).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
            : null;

    private static string ReadPassword()
    {
        if (!Console.IsInputRedirected)
            Console.Write("Password (12 characters or more): ");
        return Console.ReadLine() ?? "";
    }
}
