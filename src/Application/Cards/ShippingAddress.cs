using FluentValidation;

namespace CleanIssuing.Application.Cards;

/// <param name="Country">ISO 3166-1, two capitals.</param>
/// <param name="Service"><c>standard</c>, <c>express</c> or <c>priority</c>.</param>
public sealed record ShippingAddress(
    string Name, string Line1, string? Line2, string City, string? State, string PostalCode, string Country, string Service);

internal sealed class ShippingAddressValidator : AbstractValidator<ShippingAddress>
{
    public ShippingAddressValidator()
    {
        RuleFor(a => a.Name).NotEmpty().WithReason(InvalidReason.ShippingName).MaximumLength(100);
        RuleFor(a => a.Line1).NotEmpty().WithReason(InvalidReason.ShippingLine1).MaximumLength(200);
        RuleFor(a => a.Line2).MaximumLength(200);
        RuleFor(a => a.City).NotEmpty().WithReason(InvalidReason.ShippingCity).MaximumLength(100);
        RuleFor(a => a.State).MaximumLength(100);
        RuleFor(a => a.PostalCode).NotEmpty().WithReason(InvalidReason.ShippingPostalCode).MaximumLength(20);
        RuleFor(a => a.Country).Must(Countries.IsKnown).WithReason(InvalidReason.ShippingCountry);
        RuleFor(a => a.Service).Must(s => s is "standard" or "express" or "priority").WithReason(InvalidReason.ShippingService);
    }
}
