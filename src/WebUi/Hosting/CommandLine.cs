using System.CommandLine;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.WebUi.Text;
using FluentValidation;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>
/// The operator's commands, for whoever has access to the machine: <c>people …</c>, <c>database …</c>, <c>spend …</c> and <c>check</c>.
/// Each says what it did.
/// </summary>
internal sealed class CommandLine(Terminal terminal)
{
    /// <summary>
    /// Settings begin with a dash or name a value; any other word is meant for a command, also where there is no such one.
    /// </summary>
    public static bool Recognizes(string[] args) =>
        args is [var word, ..] && !word.StartsWith('-') && !word.StartsWith('/') && !word.Contains('=', StringComparison.Ordinal);

    public Task<int> RunAsync(string[] args) =>
        new RootCommand("CleanIssuing, a portal for Stripe Issuing") { People(), DatabaseCommand(), Spend(), Check() }.Parse(args)
            .InvokeAsync(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error });

    private Command DatabaseCommand()
    {
        var migrate = new Command("migrate", "Brings the database up to date with this version");
        migrate.SetAction(async (_, _) =>
        {
            try
            {
                await terminal.Output.WriteLineAsync(
                    $"The database {await Portal.MigrateDatabaseAsync(terminal.HostArguments)} is up to date.");
                return 0;
            }
            catch (StartupException refused)
            {
                await terminal.Error.WriteLineAsync(refused.Message);
                return 1;
            }
        });
        return new Command("database", "The portal's database") { migrate };
    }

    private Command Spend() => new("spend", "What the overview sums up")
    {
        Make(
            "rebuild", "Sums up anew what the purchases of every day came to; the overview does it by itself where purchases change", [],
            async (_, services, cancellationToken) =>
                $"The purchases of {await services.SendAsSystemAsync(new RebuildSpend(), cancellationToken)} days were summed up."),
    };

    private Command Check()
    {
        var check = new Command("check", "Asks Stripe, with the keys that are set, for what the portal needs; changes nothing");
        check.SetAction(async (_, cancellationToken) =>
        {
            try
            {
                return await Portal.CheckSetupAsync(terminal.HostArguments, terminal.Output, cancellationToken) ? 0 : 1;
            }
            catch (Exception brokenOff) when (brokenOff is not OperationCanceledException)
            {
                // A setting that cannot be read, or an answer that is not Stripe's.
                await terminal.Error.WriteLineAsync(
                    brokenOff is StartupException ? brokenOff.Message : "The check broke off: " + brokenOff.Message);
                return 1;
            }
        });
        return check;
    }

    private Command People() => new("people", "Who may sign in, and with which role")
    {
        Add(), SetPassword(), RemoveFactorsCommand(), RemoveRole(), Disable(), Enable(), List(),
    };

    private Command Add()
    {
        var (email, name, account, role) = (Email(), Required("--name", "The person's name"), Account(), RoleOption());
        var cardholder = new Option<string?>("--cardholder") { Description = "Whose cards the person sees: ich_…, with --role cardholder" };
        return Make(
            "add", "Gives a person a role in an account; a new person's password is read from standard input",
            [email, name, account, role, cardholder],
            async (parsed, services, cancellationToken) =>
            {
                var (address, wanted) = (parsed.GetValue(email)!, Enum.Parse<Role>(parsed.GetValue(role)!, ignoreCase: true));
                var request = new AddPerson(
                    address, parsed.GetValue(name)!, terminal.ReadPassword(),
                    Id<AccountId>(parsed.GetValue(account)!, InvalidReason.AccountId), wanted,
                    parsed.GetValue(cardholder) is { } id ? Id<CardholderId>(id, InvalidReason.CardholderId) : null);
                var added = await services.SendAsSystemAsync(request, cancellationToken);
                var what = services.GetRequiredService<DetailText>().Of(added.AuditDetails);
                if (added.IsNew)
                    return $"{address} was added as {what}.";
                var known = (await services.SendAsSystemAsync(new ListPeople(), cancellationToken))
                    .First(p => string.Equals(p.Email, address.Trim(), StringComparison.OrdinalIgnoreCase));
                return (added.HadRole ? $"{address} is {what} already. Nothing was changed." : $"{address} is now also {what}.")
                    + $" {known.Name} existed, so the name and the password stay (change it with: people set-password)."
                    + (known.IsDisabled ? $" They are disabled and cannot sign in until you run: people enable {address}" : "");
            });
    }

    private Command SetPassword()
    {
        var email = Email();
        return Make(
            "set-password", "Sets a new password, read from standard input, and ends the person's sessions", [email],
            async (parsed, services, cancellationToken) =>
            {
                await services.SendAsSystemAsync(new SetPassword(parsed.GetValue(email)!, terminal.ReadPassword()), cancellationToken);
                return $"{parsed.GetValue(email)} has a new password. Their sessions have ended.";
            });
    }

    private Command RemoveFactorsCommand()
    {
        var email = Email();
        return Make(
            "remove-factors",
            "Takes authenticator app, passkeys and recovery codes away from somebody who lost them, and ends their sessions",
            [email],
            async (parsed, services, cancellationToken) =>
            {
                await services.SendAsSystemAsync(new RemoveFactors(parsed.GetValue(email)!), cancellationToken);
                return $"{parsed.GetValue(email)} signs in with the password alone now. Their sessions have ended.";
            });
    }

    private Command RemoveRole()
    {
        var (email, account, role) = (Email(), Account(), RoleOption());
        return Make(
            "remove-role", "Takes a role in an account away from a person", [email, account, role],
            async (parsed, services, cancellationToken) =>
            {
                var words = services.GetRequiredService<Words>();
                var wanted = Enum.Parse<Role>(parsed.GetValue(role)!, ignoreCase: true);
                var removed = await services.SendAsSystemAsync(
                    new RemoveRole(parsed.GetValue(email)!, Id<AccountId>(parsed.GetValue(account)!, InvalidReason.AccountId), wanted),
                    cancellationToken);
                return $"{parsed.GetValue(email)} is no longer {words["role." + wanted.ToCode()]} of {parsed.GetValue(account)}"
                    + (removed > 1 ? $"; as {removed} different cardholders." : ".");
            });
    }

    private Command Disable()
    {
        var email = Email();
        return Make(
            "disable", "Ends a person's sessions at once and keeps them from signing in", [email],
            async (parsed, services, cancellationToken) =>
            {
                await services.SendAsSystemAsync(new DisablePerson(parsed.GetValue(email)!), cancellationToken);
                return $"{parsed.GetValue(email)} can no longer sign in. Their sessions have ended.";
            });
    }

    private Command Enable()
    {
        var email = Email();
        return Make(
            "enable", "Lets a disabled person sign in again", [email],
            async (parsed, services, cancellationToken) =>
            {
                await services.SendAsSystemAsync(new EnablePerson(parsed.GetValue(email)!), cancellationToken);
                return $"{parsed.GetValue(email)} can sign in again, with the password and the roles they had.";
            });
    }

    private Command List() => Make(
        "list", "Lists everybody who can sign in, with their roles", [],
        async (_, services, cancellationToken) =>
        {
            var people = await services.SendAsSystemAsync(new ListPeople(), cancellationToken);
            return people.Count == 0
                ? "Nobody can sign in yet. Add the first admin with: people add EMAIL --name NAME --account acct_… --role admin"
                : string.Join(Environment.NewLine, people.Select(Line));
        });

    private static string Line(PersonListed person)
    {
        var roles = person.Memberships.Select(m =>
            string.Join(' ', new[] { m.Role.ToCode(), m.AccountId.Value, m.CardholderId?.Value }.OfType<string>()));
        var disabled = person.IsDisabled ? "  (disabled)" : "";
        return $"{person.Email}  {person.Name}{disabled}  {string.Join(", ", roles.DefaultIfEmpty("no role"))}";
    }

    private static Argument<string> Email() => new("email") { Description = "The address that the person signs in with" };

    private static Option<string> Account() => Required("--account", "The Stripe account: acct_…");

    private static Option<string> RoleOption()
    {
        var role = Required("--role", "What the person is in the account");
        role.AcceptOnlyFromAmong([.. Enum.GetNames<Role>().Select(n => n.ToLowerInvariant())]);
        return role;
    }

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };

    private Command Make(
        string name, string description, IEnumerable<Symbol> symbols,
        Func<ParseResult, IServiceProvider, CancellationToken, Task<string>> run)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                command.Arguments.Add(argument);
            else
                command.Options.Add((Option)symbol);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                // A sandbox of its own port: the portal may be running.
                await using var portal =
                    await Portal.BuildAsync(terminal.HostArguments, builder => builder.Configuration["Sandbox:Url"] = "http://127.0.0.1:0");
                return await RunAsync(portal.App.Services, services => run(parsed, services, cancellationToken));
            }
            catch (StartupException refused)
            {
                await terminal.Error.WriteLineAsync(refused.Message);
                return 1;
            }
        });
        return command;
    }

    private async Task<int> RunAsync(IServiceProvider services, Func<IServiceProvider, Task<string>> run)
    {
        var refusals = services.GetRequiredService<RefusalText>();
        try
        {
            await terminal.Output.WriteLineAsync(await run(services));
            return 0;
        }
        catch (ExpectedException refused)
        {
            await terminal.Error.WriteLineAsync(refusals.Of(refused));
        }
        catch (ValidationException invalid)
        {
            foreach (var error in invalid.Errors)
                await terminal.Error.WriteLineAsync($"{error.PropertyName}: {refusals.Of(error)}");
        }

        return 1;
    }

    private static T Id<T>(string text, InvalidReason reason)
        where T : struct, IParsable<T> => T.TryParse(text, null, out var id) ? id : throw reason.For("id");
}
