using CleanIssuing.Application.Accounts;
using CleanIssuing.Infrastructure.Persistence;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Keeps a database to the mode and the platform account that it was set up for.</summary>
internal static partial class InstallationGuard
{
    private static readonly string[] DemoEmails = [.. DemoPeople.All.Select(p => p.Email)];
    private static readonly string[] DemoAccounts = [DemoSeed.Platform, DemoSeed.Lumiere, DemoSeed.Sakura];

    /// <summary>Brings the database up to date where that is done at start, unless it must not be used with these keys.</summary>
    /// <exception cref="StartupException">It must not, or it is not up to date.</exception>
    public static async Task PrepareDatabaseAsync(WebApplication app, PortalMode mode)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var installations = scope.ServiceProvider.GetRequiredService<IInstallationStore>();
        await PrepareFileAsync(app, database, installations, mode);
        if (database.IsMigratedAtStart || app.Environment.IsDevelopment())
            await database.MigrateAsync(CancellationToken.None);
        else if (await database.IsBehindAsync(CancellationToken.None))
            throw new StartupException(
                $"The database {database.Name} is not up to date with this version. Bring it up to date, then start again: "
                + "CleanIssuing.WebUi database migrate");

        if (mode != PortalMode.Sandbox
            && await installations.FindAsync(CancellationToken.None) is null
            && await database.HoldsAnyAsync(DemoEmails, DemoAccounts, CancellationToken.None))
            throw new StartupException(HoldsDemo(database));
    }

    /// <summary>Brings the database up to date.</summary>
    /// <returns>Which database it is.</returns>
    public static async Task<string> MigrateDatabaseAsync(WebApplication app, PortalMode mode)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        await PrepareFileAsync(app, database, scope.ServiceProvider.GetRequiredService<IInstallationStore>(), mode);
        await database.MigrateAsync(CancellationToken.None);
        return database.Name;
    }

    private static async Task PrepareFileAsync(
        WebApplication app, Database database, IInstallationStore installations, PortalMode mode)
    {
        ProtectFiles(app, database);
        await MoveEarlierVersionAsideAsync(app, database, mode);
        // Before it is brought up to date, for the portal that it belongs to may be of an earlier version.
        if (await database.HasSchemaAsync(CancellationToken.None)
            && await installations.FindAsync(CancellationToken.None) is { } stored && stored.Mode != mode)
            throw new StartupException(Mismatch(new InstallationMismatchException(stored, mode, null)));
        // What was moved aside has left room for a new file.
        ProtectFiles(app, database);
    }

    private static void ProtectFiles(WebApplication app, Database database)
    {
        try
        {
            foreach (var narrowed in database.ProtectFiles())
                LogNarrowed(app.Logger, narrowed);
        }
        catch (UnprotectedFileException unprotected)
        {
            throw new StartupException(unprotected.IsShared
                ? $"Everybody on this machine shares {unprotected.Path}. Give the database a folder of its own with Database:Path."
                : $"Others on this machine can read {unprotected.Path}, which belongs to another account, so the portal cannot change "
                + "that. Give it to the account that the portal runs as (chown), or take the others' access away (chmod go=).");
        }
    }

    /// <summary>Asks Stripe whose keys these are, and holds the answer against the database.</summary>
    /// <exception cref="StartupException">They belong to another account, or nobody knows to which.</exception>
    public static async Task ConfirmPlatformAsync(WebApplication app, PortalMode mode)
    {
        try
        {
            if (!await app.Services.SendAsSystemAsync(new ConfirmPlatform(mode), CancellationToken.None))
                LogUnconfirmed(app.Logger);
        }
        catch (InstallationMismatchException mismatch)
        {
            throw new StartupException(Mismatch(mismatch));
        }
        catch (ExpectedException e)
        {
            throw new StartupException(
                $"CleanIssuing does not start: this database is new, and Stripe did not say whose keys these are ({e.Reason.ToCode()}). "
                + "Check Stripe:SecretKey and the connection to Stripe, then start again.");
        }
    }

    /// <summary>What is wrong and what to do, for the operator.</summary>
    public static string Mismatch(InstallationMismatchException mismatch)
    {
        var (stored, keys) = (mismatch.Stored, mismatch.Platform);
        var what = keys is null
            ? $"This database belongs to a portal in {Name(stored.Mode)} (platform account {stored.Platform}), "
                + $"and the settings start one in {Name(mismatch.Mode)}."
            : $"This database belongs to the platform account {stored.Platform}, and the Stripe keys belong to {keys}.";
        return what + " People, roles and cards of one must never be used with the other. "
            + "Set the keys that belong to this database, or give the new portal a database of its own (Database:Path, or with PostgreSQL "
            + "Database:ConnectionString).";
    }

    private static async Task MoveEarlierVersionAsideAsync(WebApplication app, Database database, PortalMode mode)
    {
        if (!await database.IsOfEarlierVersionAsync(CancellationToken.None))
            return;
        if (mode != PortalMode.Sandbox || database.Path is null
            || !await database.HoldsAnyAsync(DemoEmails, DemoAccounts, CancellationToken.None))
            throw new StartupException(await EarlierVersionAsync(database));
        var aside = database.MoveAside(app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        LogMovedAside(app.Logger, aside);
    }

    private static async Task<string> EarlierVersionAsync(Database database) =>
        await database.HoldsAnyAsync(DemoEmails, DemoAccounts, CancellationToken.None)
            ? HoldsDemo(database)
            : $"The database {database.Name} was made by an earlier version, and this version cannot upgrade it. Either start with a new "
                + "file (move this one away, or set Database:Path; cards are imported again, people are added with: people add), "
                + "or keep using the earlier version.";

    private static string HoldsDemo(Database database) =>
        $"The database {database.Name} holds demo sign-ins of the Stripe sandbox, whose password is public, so it is not used with Stripe "
        + "keys. Either start with a new file (move this one away, or set Database:Path), or remove the Stripe:* settings to keep "
        + "using the demo.";

    private static string Name(PortalMode mode) => mode switch
    {
        PortalMode.Sandbox => "sandbox mode",
        PortalMode.Test => "Stripe's test mode",
        _ => "Stripe's live mode",
    };

    [LoggerMessage(LogLevel.Warning, "Others on this machine could read {Path}. It is now kept to the account that the portal runs as")]
    private static partial void LogNarrowed(ILogger logger, string path);

    [LoggerMessage(
        LogLevel.Warning,
        "The database was made by an earlier version. It was moved to {Path}, and the sandbox starts with a new one")]
    private static partial void LogMovedAside(ILogger logger, string path);

    [LoggerMessage(
        LogLevel.Warning,
        "Stripe did not confirm whose keys these are. Until it does, nothing is written to Stripe and no event is accepted; the portal "
        + "keeps asking")]
    private static partial void LogUnconfirmed(ILogger logger);
}
