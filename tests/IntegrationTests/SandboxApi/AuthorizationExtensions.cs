namespace CleanIssuing.IntegrationTests.SandboxApi;

internal static class AuthorizationExtensions
{
    public static string CardId(this global::Stripe.Issuing.Authorization authorization) => authorization.Card.Id;
}
