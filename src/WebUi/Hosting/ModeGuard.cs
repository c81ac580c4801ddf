using CleanIssuing.Application.Accounts;
using CleanIssuing.StripeSandbox;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Decides once, from the settings alone, which Stripe the portal talks to, and refuses settings that would mix two.</summary>
internal static class ModeGuard
{
    private static readonly string[] SandboxSecrets =
        [Sandbox.SecretKey, Sandbox.PublishableKey, Sandbox.WebhookSecret, Sandbox.ConnectWebhookSecret];

    /// <exception cref="StartupException">The settings do not lead to one safe mode.</exception>
    public static PortalMode Decide(IConfiguration configuration, IHostEnvironment environment)
    {
        var stripe = configuration.GetSection("Stripe");
        if (stripe.AsEnumerable().FirstOrDefault(s => SandboxSecrets.Contains(s.Value, StringComparer.Ordinal)).Key is { } key)
            throw new StartupException(
                $"{key} is a constant of the embedded Stripe sandbox. It stands in the public source code, so anybody could sign with it. "
                + "Set your own from Stripe's Dashboard, or remove all Stripe:* settings to use the sandbox in Development.");

        var secretKey = stripe["SecretKey"];
        if (!string.IsNullOrEmpty(secretKey) || !string.IsNullOrEmpty(stripe["PublishableKey"]))
        {
            if (environment.IsProduction())
                Require(configuration, environment);
            return secretKey?.Contains("_live_", StringComparison.Ordinal) == true ? PortalMode.Live : PortalMode.Test;
        }

        if (!environment.IsDevelopment())
            Require(configuration, environment);
        var url = configuration["Sandbox:Url"];
        if (url is not null && (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !address.IsLoopback))
            throw new StartupException(
                $"Sandbox:Url is {url}, which is no address, or one that others can reach. The Stripe sandbox listens on "
                + "loopback only, for example http://127.0.0.1:5081.");
        return PortalMode.Sandbox;
    }

    private static void Require(IConfiguration configuration, IHostEnvironment environment)
    {
        string[] missing = [.. new[] { "Stripe:SecretKey", "Stripe:PublishableKey", "Portal:PublicOrigin" }
            .Where(name => string.IsNullOrEmpty(configuration[name]))];
        if (missing.Length > 0)
            throw new StartupException(
                $"CleanIssuing does not start in {environment.EnvironmentName} without these settings: {string.Join(", ", missing)}. "
                + $"As environment variables: {string.Join(", ", missing.Select(m => m.Replace(":", "__", StringComparison.Ordinal)))}. "
                + "To try it out with the Stripe sandbox instead, set ASPNETCORE_ENVIRONMENT=Development.");
    }
}
