using CleanIssuing.Application.People;

namespace CleanIssuing.WebUi.Pages.Shared;

/// <summary>The navigation, by what the person may open.</summary>
public static class NavigationLinks
{
    /// <param name="account">The one that the page is about; none where it is about all that the person sees.</param>
    public static IReadOnlyList<NavigationLink> For(NavigationAccess access, PathString at, AccountId? account)
    {
        if (!access.SeesAccounts)
        {
            return
            [
                new("my_cards", "/", "card", at == "/" || IsUnder("/cards") || IsUnder("/my-cards")),
                new("purchases", "/purchases", "purchases", IsUnder("/purchases")),
                new("you", "/me", "user", IsUnder("/me"), IsTabOnly: true),
            ];
        }

        List<NavigationLink> links =
        [
            new("home", "/", "home", at == "/"),
            new("cards", "/cards", "card", IsUnder("/cards") || IsUnder("/accounts") || IsUnder("/controls")),
            new("purchases", "/purchases", "purchases", IsUnder("/purchases")),
            new("cardholders", "/cardholders", "people", IsUnder("/cardholders")),
        ];
        if (access.IsAdminOf(account))
            links.Add(new("audit_log", "/audit", "log", IsUnder("/audit")));
        if (access.IsAdmin)
            links.Add(new("settings", "/settings", "settings", IsUnder("/settings")));
        if (access.IsPlatformAdmin)
            links.Add(new("dead_letters", "/events", "bell", IsUnder("/events")));
        // On wide screens it stands in the menu of the person.
        if (access.HasCards)
            links.Add(new("my_cards", "/my-cards", "card", IsUnder("/my-cards"), IsTabOnly: true));
        return links;

        bool IsUnder(string path) => at.StartsWithSegments(path, StringComparison.Ordinal);
    }

    /// <summary>Those that a phone has no room for beside the others.</summary>
    public static IReadOnlyList<NavigationLink> More(IReadOnlyList<NavigationLink> links) =>
        links.Count <= TabsAtMost ? [] : [.. links.Skip(TabsAtMost - 1)];

    private const int TabsAtMost = 5;

    /// <summary>The account that the page is about, as it or its address says; none where neither says anything.</summary>
    public static AccountId? AccountOf(HttpRequest request, object? page) => page is IOfAccount about
        ? about.OfAccount
        : new[] { request.RouteValues["account"]?.ToString(), request.Query["account"].ToString() }
            .Select(text => AccountId.TryParse(text, null, out var id) ? (AccountId?)id : null).FirstOrDefault(id => id is not null);

    /// <summary>Whether it is a list, or the overview, which can be of one account.</summary>
    public static bool IsList(PathString path) => Lists.Contains(path.Value);

    /// <summary>The address within the account that the page is about, so that the choice of an account goes along.</summary>
    public static string Within(string path, AccountId? account) =>
        account is not null && Lists.Contains(path) ? $"{path}?account={account}" : path;

    private static readonly HashSet<string?> Lists = ["/", "/cards", "/purchases", "/cardholders", "/audit"];

    /// <summary>The first letters of the first and the last word of a name.</summary>
    public static string InitialsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var letters = words is [] ? [] : words is [var only] ? [only] : new[] { words[0], words[^1] };
        return string.Concat(letters.Select(word => System.Globalization.StringInfo.GetNextTextElement(word))).ToUpperInvariant();
    }
}
