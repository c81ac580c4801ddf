using CleanIssuing.Infrastructure.Stripe;
using Microsoft.Extensions.Options;
using NetEscapades.AspNetCore.SecurityHeaders;
using NetEscapades.AspNetCore.SecurityHeaders.Infrastructure;

namespace CleanIssuing.WebUi.Web;

/// <summary>What a page may load and from where: nothing but our own, and Stripe's only where Stripe.js is mounted.</summary>
internal static class ContentSecurity
{
    /// <summary>The policy of pages that mount Stripe.js.</summary>
    public const string StripePages = "stripe";

    public static void AddContentSecurity(this IServiceCollection services) =>
        services.AddSecurityHeaderPolicies((policies, provider) =>
        {
            var sources = StripeSources.Of(provider.GetRequiredService<IOptions<StripeOptions>>().Value);
            policies.SetDefaultPolicy(headers => Common(headers, null));
            policies.AddPolicy(StripePages, headers => Common(headers, sources));
        });

    private static void Common(HeaderPolicyCollection headers, StripeSources? stripe)
    {
        headers.AddFrameOptionsDeny();
        headers.AddContentTypeOptionsNoSniff();
        headers.AddReferrerPolicyStrictOriginWhenCrossOrigin();
        headers.AddCrossOriginOpenerPolicy(policy => policy.SameOrigin());
        headers.RemoveServerHeader();
        headers.AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddMicrophone().None();
            policy.AddGeolocation().None();
            // Stripe's copy button copies inside its own frame.
            policy.AddCustomFeature("clipboard-write", stripe is null ? "(self)" : $"(self \"{stripe.Origin}\")");
        });
        headers.AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddBaseUri().None();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
            csp.AddFontSrc().Self();
            csp.AddStyleSrc().Self();
            csp.AddScriptSrc().Self().From(stripe?.Script ?? []);
            csp.AddConnectSrc().Self().From(stripe?.Connect ?? []);
            csp.AddImgSrc().Self().Data().From(stripe?.Image ?? []);
            if (stripe is not null)
                csp.AddFrameSrc().From(stripe.Frame);
        });
    }

    /// <summary>https://docs.stripe.com/security/guide#content-security-policy, for Stripe.js alone.</summary>
    private sealed record StripeSources(string[] Script, string[] Frame, string[] Connect, string[] Image, string Origin)
    {
        public static StripeSources Of(StripeOptions options)
        {
            var script = options.StripeJsUrl.GetLeftPart(UriPartial.Authority);
            var api = options.ApiBase.GetLeftPart(UriPartial.Authority);
            return options.StripeJsUrl.Host == "js.stripe.com"
                ? new(
                    [script, "https://*.js.stripe.com"],
                    [script, "https://*.js.stripe.com", "https://hooks.stripe.com"],
                    [api],
                    ["https://*.stripe.com"],
                    script)
                : new([script], [script], [.. new[] { script, api }.Distinct(StringComparer.Ordinal)], [], script);
        }
    }
}
