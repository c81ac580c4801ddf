using CleanIssuing.StripeSandbox;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>The sandbox in the part of Stripe itself: a server on the network, with keys of its own.</summary>
internal static class PretendStripe
{
    public const string SecretKey = "sk_test_pretend_stripe_0001";

    public const string PublishableKey = "pk_test_pretend_stripe_0001";

    public static Task<Sandbox> StartAsync(string folder, TimeProvider? time = null, string secretKey = SecretKey) => Sandbox.StartAsync(
        new SandboxOptions
        {
            Url = new Uri("http://127.0.0.1:0"),
            DatabasePath = Path.Combine(folder, "stripe.db"),
            SecretKey = secretKey,
            PublishableKey = PublishableKey,
        },
        time ?? TimeProvider.System);

    public static string[] Settings(Uri stripe) =>
        [$"--Stripe:SecretKey={SecretKey}", $"--Stripe:PublishableKey={PublishableKey}", $"--Stripe:ApiBase={stripe}"];
}
