namespace CleanIssuing.Domain.Authorizations;

/// <summary>
/// What was checked of who pays (https://docs.stripe.com/api/issuing/authorizations/object, <c>verification_data</c>): each
/// <c>match</c>, <c>mismatch</c> or <c>not_provided</c>; empty where Stripe says nothing.
/// </summary>
/// <param name="AddressLine1">The first line of the billing address.</param>
/// <param name="ThreeDSecure">How 3-D Secure ended: <c>authenticated</c>, <c>failed</c>; empty where it was not used.</param>
/// <param name="Exemption">Why no strong authentication was needed: <c>low_value_transaction</c>; empty where none was claimed.</param>
public sealed record AuthorizationVerification(
    string AddressLine1, string PostalCode, string Cvc, string Expiry, string ThreeDSecure, string Exemption)
{
    public static AuthorizationVerification None { get; } = new("", "", "", "", "", "");
}
