using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Http;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>A shipping address as it is typed.</summary>
public sealed class AddressForm
{
    public string? Name { get; set; }

    /// <summary>Street and number.</summary>
    public string? Line1 { get; set; }

    public string? Line2 { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public string? PostalCode { get; set; }

    public string? Country { get; set; }

    public string Service { get; set; } = "standard";

    public ShippingAddress ToAddress() => new(
        Name?.Trim() ?? "", Line1?.Trim() ?? "", Queries.Given(Line2), City?.Trim() ?? "", Queries.Given(State), PostalCode?.Trim() ?? "",
        Country ?? "", Service);
}
