using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Http;
using MediatR;

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

    public static AddressForm From(ShippingAddress address) => new()
    {
        Name = address.Name,
        Line1 = address.Line1,
        Line2 = address.Line2,
        City = address.City,
        State = address.State,
        PostalCode = address.PostalCode,
        Country = address.Country,
        Service = address.Service,
    };

    /// <summary>
    /// The form with the address that the cardholder's cards are sent to as a rule; as it was where Stripe has none or does not answer:
    /// whoever fills it in can type it.
    /// </summary>
    public static async Task<AddressForm> ForAsync(
        ISender sender, AccountId account, CardholderId cardholder, AddressForm form, CancellationToken cancellationToken)
    {
        try
        {
            return await sender.Send(new GetUsualShippingAddress(account, cardholder), cancellationToken) is { } address
                ? From(address)
                : form;
        }
        catch (ExpectedException)
        {
            return form;
        }
    }

    public ShippingAddress ToAddress() => new(
        Name?.Trim() ?? "", Line1?.Trim() ?? "", Queries.Given(Line2), City?.Trim() ?? "", Queries.Given(State), PostalCode?.Trim() ?? "",
        Country ?? "", Service);
}
