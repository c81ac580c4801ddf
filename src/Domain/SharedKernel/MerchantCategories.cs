namespace CleanIssuing.Domain.SharedKernel;

/// <summary>The categories that Stripe knows (https://docs.stripe.com/issuing/categories). Its list grows.</summary>
public static class MerchantCategories
{
    private static readonly Dictionary<string, MerchantCategory> ByCode = DataFile.Lines("merchant-categories.txt")
        .Select(parts => new MerchantCategory(
            parts[0], parts[1] == "-" ? null : parts[1], parts[2], Enum.Parse<MerchantCategoryGroup>(parts[3])))
        .ToDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>By group and name.</summary>
    public static IReadOnlyList<MerchantCategory> All { get; } =
        [.. ByCode.Values.OrderBy(c => c.Group).ThenBy(c => c.Name, StringComparer.Ordinal)];

    public static MerchantCategory? Find(string code) => ByCode.GetValueOrDefault(code);

    public static bool IsKnown(string? code) => code is not null && ByCode.ContainsKey(code);

    /// <summary>The name of a category; of one that is newer than this list, its code with spaces.</summary>
    public static string Name(string code) => ByCode.TryGetValue(code, out var category) ? category.Name : code.Replace('_', ' ');
}
