using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Endpoints;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>A shipping address as it is typed.</summary>
public sealed class AddressForm
{
    /// <summary>The name on the envelope.</summary>
    public string? Name { get; set; }

    /// <summary>Street and number.</summary>
    public string? Line1 { get; set; }

    /// <summary>What else the address needs.</summary>
    public string? Line2 { get; set; }

    /// <summary>The town.</summary>
    public string? City { get; set; }

    /// <summary>The state or province.</summary>
    public string? State { get; set; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The country.</summary>
    public string? Country { get; set; }

    /// <summary>How fast it is sent.</summary>
    public string Service { get; set; } = "standard";

    /// <summary>The address, to be checked.</summary>
    public ShippingAddress ToAddress() => new(
        Name?.Trim() ?? "", Line1?.Trim() ?? "", Query.Given(Line2), City?.Trim() ?? "", Query.Given(State), PostalCode?.Trim() ?? "", Country ?? "", Service);
}
