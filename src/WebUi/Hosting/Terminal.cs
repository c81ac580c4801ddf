using System.Text;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Where an operator's command is typed and answered.</summary>
/// <param name="Input">What a password is read from; none at a terminal, where it is typed unseen.</param>
/// <param name="HostArguments">Settings of the portal that the command works on, as they stand on a command line.</param>
internal sealed record Terminal(TextReader? Input, TextWriter Output, TextWriter Error, string[] HostArguments)
{
    /// <summary>That of this process.</summary>
    public static Terminal OfProcess() => new(Console.IsInputRedirected ? Console.In : null, Console.Out, Console.Error, []);

    public string ReadPassword()
    {
        if (Input is not null)
            return Input.ReadLine() ?? "";
        Output.Write("Password (12 characters or more): ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Output.WriteLine();
        return typed.ToString();
    }
}
