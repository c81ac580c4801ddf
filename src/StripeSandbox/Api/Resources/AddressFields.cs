using CleanIssuing.StripeSandbox.Api.Schema;

namespace CleanIssuing.StripeSandbox.Api.Resources;

internal static class AddressFields
{
    public static ObjectField Required => new(true, new(StringComparer.Ordinal)
    {
        ["line1"] = new TextField(Required: true),
        ["line2"] = new TextField(),
        ["city"] = new TextField(Required: true),
        ["state"] = new TextField(),
        ["postal_code"] = new TextField(Required: true),
        ["country"] = new TextField(Required: true, MaxLength: 2),
    });
}
