namespace CleanIssuing.Domain.SpendControls;

/// <summary>What kind of merchant sells (https://docs.stripe.com/issuing/categories).</summary>
/// <param name="Code">Stripe's name for it: <c>airlines_air_carriers</c>.</param>
/// <param name="Mcc">The four-digit code of ISO 18245; none where there is no single one.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="Group">What it is listed among.</param>
public sealed record MerchantCategory(string Code, string? Mcc, string Name, string Group);

/// <summary>The categories that Stripe knows.</summary>
public static class MerchantCategories
{
    private static readonly Dictionary<string, MerchantCategory> ByCode = DataFile.Lines("merchant-categories.txt")
        .Select(parts => new MerchantCategory(parts[0], parts[1] == "-" ? null : parts[1], parts[2], parts[3]))
        .ToDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>All of them, by group and name.</summary>
    public static IReadOnlyList<MerchantCategory> All { get; } =
        [.. ByCode.Values.OrderBy(c => c.Group, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>Whether Stripe knows it.</summary>
    public static bool IsKnown(string code) => ByCode.ContainsKey(code);

    /// <summary>The name that people read; one that is newer than this list is read as it is written.</summary>
    public static string Name(string code) => ByCode.TryGetValue(code, out var category) ? category.Name : code.Replace('_', ' ');
}

/// <summary>A country that merchants are in: ISO 3166-1 alpha-2.</summary>
/// <param name="Code">Two capitals.</param>
/// <param name="Name">The name that people read.</param>
public sealed record MerchantCountry(string Code, string Name);

/// <summary>The countries.</summary>
public static class MerchantCountries
{
    private static readonly Dictionary<string, MerchantCountry> ByCode = DataFile.Lines("countries.txt")
        .Select(parts => new MerchantCountry(parts[0], parts[1]))
        .ToDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<MerchantCountry> All { get; } = [.. ByCode.Values.OrderBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>Whether there is such a country.</summary>
    public static bool IsKnown(string code) => ByCode.ContainsKey(code);

    /// <summary>The name that people read.</summary>
    public static string Name(string code) => ByCode.TryGetValue(code, out var country) ? country.Name : code;
}

/// <summary>Reads the lists that are built into this assembly.</summary>
internal static class DataFile
{
    public static IEnumerable<string[]> Lines(string name)
    {
        using var reader = new StreamReader(typeof(DataFile).Assembly.GetManifestResourceStream(typeof(DataFile), name)!);
        while (reader.ReadLine() is { } line)
            yield return line.Split('|');
    }
}
