using CleanIssuing.Infrastructure.Stripe;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Http;

/// <summary>What a page may load and from where: nothing but our own, and Stripe's only where Stripe.js is mounted.</summary>
internal static class ContentSecurity
{
    /// <summary>The policy of pages that mount Stripe.js.</summary>
    public const string StripePages = "stripe";

    /// <summary>The policy of pages that mount Stripe's embedded components.</summary>
    public const string ConnectPages = "connect";

    /// <summary>The policy of files: no page, so there is nothing that they could load or ask for.</summary>
    public const string Files = "files";

    public static void AddContentSecurity(this IServiceCollection services) =>
        services.AddSecurityHeaderPolicies((policies, provider) =>
        {
            var options = provider.GetRequiredService<IOptions<StripeOptions>>().Value;
            var isSecure = provider.GetRequiredService<PortalCookies>().IsSecure;
            policies.SetDefaultPolicy(headers => Common(headers, isSecure, null));
            policies.AddPolicy(Files, headers => headers.AddHttpsOnly(isSecure).AddContentTypeOptionsNoSniff()
                .AddContentSecurityPolicy(csp =>
                {
                    csp.AddDefaultSrc().None();
                    csp.AddFrameAncestors().None();
                }));
            policies.AddPolicy(StripePages, headers => Common(headers, isSecure, StripeSources.OfStripeJs(options)));
            policies.AddPolicy(ConnectPages, headers => Common(headers, isSecure, StripeSources.OfConnectJs(options)));
        });

    /// <summary>Beside the other headers, so that refusals and failures have it too.</summary>
    private static HeaderPolicyCollection AddHttpsOnly(this HeaderPolicyCollection headers, bool isSecure) =>
        isSecure ? headers.AddStrictTransportSecurityMaxAgeIncludeSubDomains((int)TimeSpan.FromDays(365).TotalSeconds) : headers;

    private static void Common(HeaderPolicyCollection headers, bool isSecure, StripeSources? stripe)
    {
        headers.AddHttpsOnly(isSecure);
        headers.AddFrameOptionsDeny();
        headers.AddContentTypeOptionsNoSniff();
        headers.AddReferrerPolicyStrictOriginWhenCrossOrigin();
        headers.AddCrossOriginOpenerPolicy(policy =>
        {
            // Connect.js signs people in to Stripe in a window of its own, which must be able to answer.
            if (stripe is { OpensWindows: true })
                policy.UnsafeNone();
            else
                policy.SameOrigin();
        });
        headers.RemoveServerHeader();
        headers.AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddMicrophone().None();
            policy.AddGeolocation().None();
            // Stripe's copy button copies inside its own frame.
            policy.AddCustomFeature(
                "clipboard-write", stripe is null ? "(self)" : $"(self {string.Join(' ', stripe.Copying.Select(o => $"\"{o}\""))})");
        });
        headers.AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddBaseUri().None();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
            csp.AddFontSrc().Self();
            csp.AddManifestSrc().Self();
            csp.AddStyleSrc().Self().From(stripe?.Style ?? []);
            csp.AddScriptSrc().Self().From(stripe?.Script ?? []);
            csp.AddConnectSrc().Self().From(stripe?.Connect ?? []);
            csp.AddImgSrc().Self().Data().From(stripe?.Image ?? []);
            if (stripe is not null)
                csp.AddFrameSrc().From(stripe.Frame);
        });
    }

    private sealed record StripeSources(
        string[] Script, string[] Frame, string[] Connect, string[] Image, string[] Style, string[] Copying, bool OpensWindows = false)
    {
        /// <summary>The hash of an empty style element, which Connect.js adds.</summary>
        private const string EmptyStyle = "'sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='";

        /// <summary>https://docs.stripe.com/security/guide#content-security-policy, for Stripe.js alone.</summary>
        public static StripeSources OfStripeJs(StripeOptions options)
        {
            var script = options.StripeJsUrl.GetLeftPart(UriPartial.Authority);
            var api = options.ApiBase.GetLeftPart(UriPartial.Authority);
            return options.StripeJsUrl.Host == "js.stripe.com"
                ? new(
                    [script, "https://*.js.stripe.com"],
                    [script, "https://*.js.stripe.com", "https://hooks.stripe.com"],
                    [api],
                    ["https://*.stripe.com"],
                    [],
                    [script, "https://*.js.stripe.com"])
                : new([script], [script], [.. new[] { script, api }.Distinct(StringComparer.Ordinal)], [], [], [script]);
        }

        /// <summary>https://docs.stripe.com/connect/get-started-connect-embedded-components#csp-and-http-header-requirements</summary>
        public static StripeSources OfConnectJs(StripeOptions options)
        {
            var script = options.ConnectJsUrl.GetLeftPart(UriPartial.Authority);
            return options.ConnectJsUrl.Host == "connect-js.stripe.com"
                ? new(
                    [script, "https://js.stripe.com"], [script, "https://js.stripe.com"], [], ["https://*.stripe.com"], [EmptyStyle],
                    [script, "https://js.stripe.com"], OpensWindows: true)
                : new([script], [script], [], [], [], [script], OpensWindows: true);
        }
    }
}
