namespace CleanIssuing.WebUi.Text;

/// <summary>The time zone and the language of dates that somebody has chosen, as a cookie keeps them.</summary>
/// <param name="Zone">The id of a time zone; none takes the browser's.</param>
public sealed record TimeChoice(string? Zone, string Language)
{
    public const string DefaultLanguage = "en-US";

    /// <summary>The languages that dates can be written in, by code.</summary>
    public static IReadOnlyDictionary<string, string> Languages { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [DefaultLanguage] = "English (US)",
        ["en-GB"] = "English (UK)",
        ["de-DE"] = "Deutsch",
        ["es-ES"] = "Español",
        ["fr-FR"] = "Français",
        ["it-IT"] = "Italiano",
        ["nl-NL"] = "Nederlands",
        ["pt-BR"] = "Português",
    };

    public static TimeChoice Parse(string? cookie)
    {
        var parts = (cookie ?? "").Split('|');
        var language = parts.Length == 2 && Languages.ContainsKey(parts[1]) ? parts[1] : DefaultLanguage;
        return new TimeChoice(parts[0].Length > 0 ? parts[0] : null, language);
    }

    public override string ToString() => $"{Zone}|{Language}";
}
