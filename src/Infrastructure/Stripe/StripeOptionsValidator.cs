using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>Stops start-up, with what to change, where the keys cannot be right. A key itself is never repeated.</summary>
internal sealed partial class StripeOptionsValidator(IHostEnvironment environment) : IValidateOptions<StripeOptions>
{
    public ValidateOptionsResult Validate(string? name, StripeOptions options)
    {
        var problems = new List<string>();

        var secret = SecretKey().Match(options.SecretKey);
        var publishable = PublishableKey().Match(options.PublishableKey);
        if (!secret.Success)
            problems.Add("Stripe:SecretKey must start with sk_test_, sk_live_, rk_test_ or rk_live_. "
                + (options.SecretKey.StartsWith("pk_", StringComparison.Ordinal)
                    ? "This is a publishable key: were the two exchanged?"
                    : "Copy it from Stripe's Dashboard, Developers, API keys."));
        if (!publishable.Success)
            problems.Add("Stripe:PublishableKey must start with pk_test_ or pk_live_. "
                + (options.PublishableKey.StartsWith("sk_", StringComparison.Ordinal)
                    ? "This is a secret key: it must never reach a browser. Roll it in Stripe's Dashboard if it did."
                    : "Copy it from Stripe's Dashboard, Developers, API keys."));

        if (secret.Success && publishable.Success && secret.Groups["mode"].Value != publishable.Groups["mode"].Value)
            problems.Add(
                $"Stripe:SecretKey is a {secret.Groups["mode"].Value} key and Stripe:PublishableKey a {publishable.Groups["mode"].Value} "
                + "key. Set both to test keys, or both to live keys.");

        if (options.WebhookSecrets.Concat(options.ConnectWebhookSecrets)
            .Any(secret => !WebhookSecret().IsMatch(secret)))
            problems.Add("Stripe:WebhookSecrets and Stripe:ConnectWebhookSecrets must each be a complete secret that starts with whsec_. "
                + "Copy them from Stripe's Dashboard, Developers, Webhooks.");

        if (options.WebhookSecrets.Intersect(options.ConnectWebhookSecrets, StringComparer.Ordinal).Any())
            problems.Add("Stripe:WebhookSecrets and Stripe:ConnectWebhookSecrets name the same secret. Each endpoint has one of its own.");

        if ((environment.IsProduction() || options.IsLive)
            && (options.ApiBase.Scheme != Uri.UriSchemeHttps || options.StripeJsUrl.Scheme != Uri.UriSchemeHttps
                || options.ConnectJsUrl.Scheme != Uri.UriSchemeHttps))
            problems.Add(
                "Stripe:ApiBase, Stripe:StripeJsUrl and Stripe:ConnectJsUrl must be https addresses in Production and with live keys. "
                + "Leave them out to use Stripe's own.");

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // Too short to be one, or with the end of a line that a file brought along: every event would be refused.
    [GeneratedRegex(@"^whsec_[A-Za-z0-9_+/=]{8,}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WebhookSecret();

    [GeneratedRegex("^(sk|rk)_(?<mode>test|live)_[A-Za-z0-9_]{8,}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretKey();

    [GeneratedRegex("^pk_(?<mode>test|live)_[A-Za-z0-9_]{8,}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublishableKey();
}
