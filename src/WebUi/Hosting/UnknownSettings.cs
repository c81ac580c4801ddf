using System.Reflection;
using CleanIssuing.Infrastructure.Embedded;
using CleanIssuing.Infrastructure.Persistence;
using CleanIssuing.Infrastructure.Stripe;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Finds misspelt settings: a limit that nobody reads is worse than a start-up that stops.</summary>
internal static class UnknownSettings
{
    private static readonly (string Section, IReadOnlyList<string> Known)[] Sections =
    [
        (StripeOptions.Section, NamesOf<StripeOptions>()),
        (PortalOptions.Section, NamesOf<PortalOptions>()),
        (PortalOptions.Section + ":Limits", NamesOf<RateLimitOptions>()),
        (PortalOptions.Section + ":Sessions", NamesOf<SessionLimitOptions>()),
        (PortalOptions.Section + ":Retention", NamesOf<RetentionOptions>()),
        (DatabaseOptions.Section, NamesOf<DatabaseOptions>()),
        (KeyProtectionOptions.Section, NamesOf<KeyProtectionOptions>()),
        (EmbeddedOptions.Section, NamesOf<EmbeddedOptions>()),
        ("Sandbox",
        [
            "Url", "DatabasePath", "LiveBehavior", "AnyCurrency", "RefusesClearedCategories", "RefusesClearedLimits",
            "RefusesSwitchInOneUpdate", "RefusesSwitchWithoutName", "Seed",
        ]),
        ("Sandbox:Seed", ["Cards", "Authorizations"]),
    ];

    /// <exception cref="StartupException">A section of ours has a key that nothing reads.</exception>
    public static void Refuse(IConfiguration configuration)
    {
        string[] problems =
        [
            .. from section in Sections
               from child in configuration.GetSection(section.Section).GetChildren()
               where !section.Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
               let known = string.Join(", ", section.Known)
               select $"\n  - {child.Path} is not a known setting. Known settings in {section.Section}: {known}.",
        ];
        if (problems.Length > 0)
            throw new StartupException("CleanIssuing does not start with these settings:" + string.Concat(problems));
    }

    private static IReadOnlyList<string> NamesOf<T>() =>
    [
        .. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite || p.PropertyType.IsInterface)
            .Select(p => p.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? p.Name),
    ];
}
