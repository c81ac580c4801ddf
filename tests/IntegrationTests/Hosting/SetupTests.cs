using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CleanIssuing.IntegrationTests.Hosting;

/// <summary>The command <c>check</c>, which an operator runs before anybody is let in.</summary>
public sealed class SetupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cleanissuing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_sandbox_has_all_that_is_needed()
    {
        var (isGood, said) = await CheckAsync();

        isGood.ShouldBeTrue(said);
        said.ShouldContain("Stripe Issuing is set up.");
        said.ShouldContain("The key may: write ephemeral keys.");
        said.ShouldContain("stripe.js can be loaded.");
        said.ShouldContain("Everything is set up.");
    }

    [Fact]
    public async Task What_is_missing_is_told_with_how_to_get_it_and_nothing_is_changed()
    {
        await using var stripe = await PretendStripe.StartAsync(_folder, new FakeTimeProvider(DateTimeOffset.UtcNow.AddSeconds(-90)));
        stripe.Faults.Add(new Fault(FaultKind.Forbidden, "/v1/ephemeral_keys"));
        stripe.Options.WebhookAddress = new Uri("https://elsewhere.example/webhooks/stripe");
        await new global::Stripe.Issuing.CardService(ClientOf(stripe))
            .UpdateAsync(DemoSeed.JennyVirtual, new() { Metadata = new() { ["a"] = "1" } });
        var before = new global::Stripe.EventService(ClientOf(stripe)).List().Data.ConvertAll(e => e.Id);

        var (isGood, said) = await CheckAsync(
        [
            .. Keys(stripe.Origin), $"Stripe:StripeJsUrl={stripe.StripeJsUrl}", "Stripe:ConnectJsUrl=http://127.0.0.1:1/connect.js",
            "Portal:PublicOrigin=https://cards.example",
        ]);

        isGood.ShouldBeFalse();
        // Stripe's clock stands still from when it was made, and this machine's goes on.
        said.ShouldMatch("warning +This machine's clock and Stripe's are (89|9[0-9]|1[0-9][0-9]) seconds apart");
        said.ShouldContain("MISSING  The key may not: write ephemeral keys.");
        said.ShouldContain("The key may: write Issuing cards.");
        said.ShouldContain("warning  http://127.0.0.1:1/connect.js cannot be loaded");
        said.ShouldContain("of the endpoints for https://cards.example/webhooks/stripe there are 0 of 2");
        said.ShouldContain("warning  Stripe:WebhookSecrets:0 is not set");
        said.ShouldContain("Missing or unknown: 1. Warnings: 5.");
        Directory.Exists(Path.Combine(_folder, "App_Data")).ShouldBeFalse("it made no database");
        new global::Stripe.EventService(ClientOf(stripe)).List().Data.Select(e => e.Id).ShouldBe(before);
    }

    [Fact]
    public async Task Endpoints_with_the_right_events_and_version_are_good()
    {
        await using var stripe = await PretendStripe.StartAsync(_folder);
        stripe.Options.WebhookAddress = new Uri("https://cards.example/webhooks/stripe");

        var (_, said) = await CheckAsync(
        [
            .. Keys(stripe.Origin), "Portal:PublicOrigin=https://cards.example", "Stripe:WebhookSecrets:0=whsec_platforms",
            "Stripe:ConnectWebhookSecrets:0=whsec_connects", $"Stripe:StripeJsUrl={stripe.StripeJsUrl}",
            $"Stripe:ConnectJsUrl={stripe.ConnectJsUrl}",
        ]);

        said.ShouldContain("Events are sent to https://cards.example/webhooks/stripe.");
        said.ShouldContain("Everything is set up.");
    }

    [Fact]
    public async Task Only_the_key_is_reported_when_Stripe_refuses_it()
    {
        await using var stripe = await PretendStripe.StartAsync(_folder, secretKey: "sk_test_another_one_0000");

        var (isGood, said) = await CheckAsync(Keys(stripe.Origin));

        isGood.ShouldBeFalse();
        said.ShouldContain("MISSING  Stripe cannot be asked with this key");
        said.ShouldNotContain(PretendStripe.SecretKey);
    }

    [Fact]
    public async Task What_Stripe_does_not_answer_is_told_and_so_is_that_nobody_can_reach_the_portal()
    {
        await using var stripe = await PretendStripe.StartAsync(_folder);
        stripe.Faults.Add(new Fault(FaultKind.ServerError, "/v1/issuing/transactions"));

        var (isGood, said) = await CheckAsync([.. Keys(stripe.Origin), "Stripe:MaxNetworkRetries=0"]);

        isGood.ShouldBeFalse();
        said.ShouldContain("UNKNOWN  Stripe did not answer whether this is so: The key may: read Issuing transactions.");
        said.ShouldContain("warning  Portal:PublicOrigin is not set");
    }

    private static global::Stripe.StripeClient ClientOf(StripeSandbox.Sandbox stripe) => new(new global::Stripe.StripeClientOptions
    {
        ApiKey = PretendStripe.SecretKey,
        ApiBase = stripe.Origin.GetLeftPart(UriPartial.Authority),
    });

    private async Task<(bool IsGood, string Said)> CheckAsync(params string[] settings)
    {
        var output = new StringWriter();
        var isGood = await Portal.CheckSetupAsync(
            ["--environment=Development", $"--contentRoot={_folder}", .. settings.Select(s => "--" + s)], output, CancellationToken.None);
        return (isGood, output.ToString());
    }

    private static string[] Keys(Uri stripe) => [.. PretendStripe.Settings(stripe).Select(s => s[2..])];
}
