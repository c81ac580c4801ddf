using CleanIssuing.Infrastructure.Stripe;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CleanIssuing.UnitTests.Hosting;

public class StripeOptionsTests
{
    // Put together at run time, so that no scanner takes them for real ones.
    private static readonly string SecretTest = "sk_test_" + new string('a', 24);
    private static readonly string SecretLive = "sk_live_" + new string('a', 24);
    private static readonly string PublishableTest = "pk_test_" + new string('a', 24);
    private static readonly string PublishableLive = "pk_live_" + new string('a', 24);

    [Fact]
    public void Two_test_keys_or_two_live_keys_are_right()
    {
        Problems(SecretTest, PublishableTest).ShouldBeEmpty();
        Problems(SecretLive, PublishableLive).ShouldBeEmpty();
        Problems(SecretLive.Replace("sk_", "rk_", StringComparison.Ordinal), PublishableLive).ShouldBeEmpty();
    }

    [Fact]
    public void Live_and_test_are_never_mixed()
    {
        Problems(SecretLive, PublishableTest).ShouldHaveSingleItem().ShouldContain("live key");
        Problems(SecretTest, PublishableLive).ShouldHaveSingleItem().ShouldContain("test key");
    }

    [Fact]
    public void Exchanged_keys_are_told_as_such()
    {
        var problems = Problems(PublishableTest, SecretTest);

        problems.Count.ShouldBe(2);
        problems[0].ShouldContain("were the two exchanged?");
        problems[1].ShouldContain("must never reach a browser");
    }

    [Fact]
    public void A_missing_key_is_told_by_its_setting()
    {
        Problems(SecretTest, "").ShouldHaveSingleItem().ShouldStartWith("Stripe:PublishableKey");
        Problems("", PublishableTest).ShouldHaveSingleItem().ShouldStartWith("Stripe:SecretKey");
    }

    [Theory]
    [InlineData("whsec_")]
    [InlineData("whsec_a")]
    [InlineData("secret_of_something_else")]
    public void A_webhook_secret_that_is_half_filled_in_is_refused(string secret)
    {
        var options = new StripeOptions { SecretKey = SecretTest, PublishableKey = PublishableTest };
        options.WebhookSecrets.Add(secret);

        Validate(options, Environments.Development).ShouldHaveSingleItem().ShouldContain("Stripe:WebhookSecrets");
    }

    [Fact]
    public void No_message_repeats_a_key() =>
        string.Concat(Problems("sk_tost_hunter2hunter2", PublishableTest)).ShouldNotContain("hunter2");

    [Fact]
    public void Production_and_live_keys_speak_https_with_Stripe()
    {
        var live =
            new StripeOptions { SecretKey = SecretLive, PublishableKey = PublishableLive, ApiBase = new Uri("http://api.stripe.com") };
        var test = new StripeOptions { SecretKey = SecretTest, PublishableKey = PublishableTest, ApiBase = new Uri("http://127.0.0.1:1") };

        Validate(live, Environments.Production).ShouldHaveSingleItem().ShouldContain("https");
        Validate(live, Environments.Development).ShouldHaveSingleItem().ShouldContain("https");
        Validate(test, Environments.Production).ShouldHaveSingleItem().ShouldContain("https");
        Validate(test, Environments.Development).ShouldBeEmpty();
    }

    private static List<string> Problems(string secret, string publishable) =>
        Validate(new StripeOptions { SecretKey = secret, PublishableKey = publishable }, Environments.Production);

    private static List<string> Validate(StripeOptions options, string environment) =>
        [.. new StripeOptionsValidator(new HostingEnvironment { EnvironmentName = environment }).Validate(null, options).Failures ?? []];
}
