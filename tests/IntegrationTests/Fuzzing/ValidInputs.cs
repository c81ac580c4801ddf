using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.Fuzzing;

/// <summary>What a person may well send, by the name of the field; for fields that nobody has thought of, some text.</summary>
internal static class ValidInputs
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["RequestId"] = "3f2c1c1e-7f0a-4a51-9c1d-000000000001",
        ["Amount"] = "5",
        ["LimitAmount"] = "50",
        ["LimitInterval"] = "daily",
        ["LimitCategories"] = "",
        ["Reason"] = "lost",
        ["LastFour"] = "4242",
        ["Categories"] = "taxicabs_limousines",
        ["Countries"] = "US",
        ["Type"] = "virtual",
        ["Status"] = "active",
        ["Sort"] = "name",
        ["Cardholder"] = DemoSeed.Jenny,
        ["CardholderId"] = DemoSeed.Jenny,
        ["Account"] = DemoSeed.Platform,
        ["card"] = DemoSeed.JennyVirtual,
        ["card_id"] = DemoSeed.JennyVirtual,
        ["nonce"] = "ephkn_1whatever",
        ["action"] = "preview",
        ["Change"] = "limits",
        ["Email"] = "nobody@demo.test",
        ["Password"] = "whatever it may be",
        ["ReturnUrl"] = "/",
        ["from"] = "2026-01-01",
        ["to"] = "2026-12-31",
        ["before"] = "5",
        ["Country"] = "US",
        ["Merchant"] = "A shop",
        ["Days"] = "30",
    };

    public static string For(string field) => Known.GetValueOrDefault(Last(field), "text");

    /// <summary>Whether the field names a card, a cardholder or an account.</summary>
    public static bool IsId(string field) => Missing(field) != For(field);

    /// <summary>In place of the id that is valid, one of the same kind that nothing has; of any other field, what is valid.</summary>
    public static string Missing(string field) => For(field) switch
    {
        DemoSeed.Jenny => "ich_1Nothing",
        DemoSeed.JennyVirtual => "ic_1Nothing",
        DemoSeed.Platform => "acct_1Nothing",
        var other => other,
    };

    private static string Last(string field) => field[(field.LastIndexOf('.') + 1)..];
}
