namespace CleanIssuing.WebUi.Text;

/// <summary>The time zone and the language of dates that somebody has chosen, as a cookie keeps them.</summary>
/// <param name="Zone">The id of a time zone; none takes the browser's.</param>
/// <param name="Language">One of <see cref="Languages"/>; none takes the browser's.</param>
public sealed record TimeChoice(string? Zone, string? Language)
{
    private const string DefaultLanguage = "en-US";

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
        var language = parts.Length == 2 && Languages.ContainsKey(parts[1]) ? parts[1] : null;
        return new TimeChoice(parts[0].Length > 0 ? parts[0] : null, language);
    }

    /// <summary>The first of the languages that a browser asks for in which dates can be written.</summary>
    public static string LanguageOf(string? acceptLanguage) => (acceptLanguage ?? "").Split(',')
        .Select(part => part.Split(';')[0].Trim()).Where(asked => asked.Length >= 2)
        .Select(asked => Languages.Keys.FirstOrDefault(code => code.Equals(asked, StringComparison.OrdinalIgnoreCase))
            ?? Languages.Keys.FirstOrDefault(code => code.StartsWith(asked[..2] + "-", StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(code => code is not null) ?? DefaultLanguage;

    public override string ToString() => $"{Zone}|{Language}";
}
