namespace CleanIssuing.Infrastructure.Embedded;

/// <summary>What Stripe's embedded components may be used for. Bound to the section <c>Embedded</c>.</summary>
public sealed class EmbeddedOptions : EmbeddedAccountOptions
{
    public const string Section = "Embedded";

    /// <summary>Accounts for which something else holds, by their id.</summary>
    public IDictionary<string, EmbeddedAccountOptions> Accounts { get; } =
        new Dictionary<string, EmbeddedAccountOptions>(StringComparer.Ordinal);
}
