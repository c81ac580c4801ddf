namespace CleanIssuing.Domain.SharedKernel;

/// <summary>The countries of merchants and of postal addresses.</summary>
public static class Countries
{
    private static readonly Dictionary<string, Country> ByCode = DataFile.Lines("countries.txt")
        .Select(parts => new Country(parts[0], parts[1], Enum.Parse<CountryRegion>(parts[2])))
        .ToDictionary(c => c.Code, StringComparer.Ordinal);

    public static IReadOnlyList<Country> All { get; } = [.. ByCode.Values.OrderBy(c => c.Name, StringComparer.Ordinal)];

    public static bool IsKnown(string? code) => code is not null && ByCode.ContainsKey(code);

    public static string Name(string code) => ByCode.TryGetValue(code, out var country) ? country.Name : code;
}
