using System.Globalization;
using MediatR;

namespace CleanIssuing.Application.Accounts;

/// <summary>Checks, for the operator, whether all is there that the portal needs of Stripe. Changes nothing.</summary>
/// <param name="Webhooks">Where Stripe is to send events; null where no public address is set.</param>
public sealed record CheckSetup(PortalMode Mode, Uri? Webhooks) : IRequest<IReadOnlyList<SetupCheck>>, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

internal sealed class CheckSetupHandler(IStripeSetupReader stripe, PlatformConfirmation confirmation)
    : IRequestHandler<CheckSetup, IReadOnlyList<SetupCheck>>
{
    // Events are accepted for five minutes; a clock that is right differs by less than a second.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5), UsualSkew = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<SetupCheck>> Handle(CheckSetup request, CancellationToken cancellationToken)
    {
        var checks = new List<SetupCheck>();
        try
        {
            var (platform, ahead) = await stripe.GetPlatformAsync(cancellationToken);
            checks.Add(new(SetupPoint.Key, SetupState.Good, platform.Value));
            checks.Add(Clock(ahead));
        }
        catch (ExpectedException failure)
        {
            // Without an account there is nothing else to ask.
            return [new(SetupPoint.Key, SetupState.Missing, failure.Reason.ToCode())];
        }

        // What is asked below changes nothing, even where it is sent as a change: it names what does not exist.
        confirmation.Confirm();
        var hasConnected = false;
        await AskAsync(SetupPoint.Issuing, [], async () =>
        {
            // A key that may not list cards is told of below.
            if (await stripe.IsIssuingSetUpAsync(cancellationToken) is { } isSetUp)
                checks.Add(new(SetupPoint.Issuing, isSetUp ? SetupState.Good : SetupState.Missing));
        });
        await AskAsync(SetupPoint.ConnectedAccounts, [], async () =>
        {
            hasConnected = await stripe.HasConnectedAccountsAsync(cancellationToken);
            checks.Add(new(SetupPoint.ConnectedAccounts, SetupState.Good, hasConnected ? "some" : "none"));
        });
        foreach (var permission in Enum.GetValues<StripePermission>())
        {
            if (permission != StripePermission.WriteAccountSessions || hasConnected)
                await AskAsync(SetupPoint.Permission, [permission.ToCode()], async () => checks.Add(new(
                    SetupPoint.Permission,
                    await stripe.MayAsync(permission, cancellationToken) ? SetupState.Good : SetupState.Missing, permission.ToCode())));
        }

        if (request.Mode != PortalMode.Sandbox)
            await CheckWebhooksAsync(request, hasConnected);
        foreach (var script in stripe.Scripts)
            checks.Add(new(
                SetupPoint.Scripts, await stripe.IsReachableAsync(script, cancellationToken) ? SetupState.Good : SetupState.Warning,
                script.ToString()));
        return checks;

        async Task AskAsync(SetupPoint point, string[] arguments, Func<Task> ask)
        {
            try
            {
                await ask();
            }
            catch (ExpectedException)
            {
                checks.Add(new(point, SetupState.Unknown, arguments));
            }
        }

        // Without webhooks events are fetched every five minutes: it works, but late.
        async Task CheckWebhooksAsync(CheckSetup asked, bool forConnected)
        {
            if (asked.Webhooks is not { } address)
            {
                checks.Add(new(SetupPoint.PublicOrigin, SetupState.Warning));
                return;
            }

            checks.Add(new(SetupPoint.PublicOrigin, SetupState.Good, address.GetLeftPart(UriPartial.Authority)));
            var (platform, connect) = stripe.WebhookSecrets;
            checks.Add(new(SetupPoint.WebhookSecrets, platform > 0 ? SetupState.Good : SetupState.Warning, "Stripe:WebhookSecrets:0"));
            if (forConnected)
                checks.Add(
                    new(SetupPoint.WebhookSecrets, connect > 0 ? SetupState.Good : SetupState.Warning, "Stripe:ConnectWebhookSecrets:0"));
            await AskAsync(SetupPoint.Webhooks, [address.ToString(), "?", "?"], async () =>
            {
                if (await stripe.ListWebhookEndpointsAsync(cancellationToken) is { } all)
                    checks.AddRange(Endpoints(all, address, forConnected ? 2 : 1));
                else
                    checks.Add(new(SetupPoint.Permission, SetupState.Warning, "read_webhook_endpoints"));
            });
        }
    }

    private static SetupCheck Clock(TimeSpan ahead) => new(
        SetupPoint.Clock,
        ahead.Duration() <= UsualSkew ? SetupState.Good : ahead.Duration() <= MostSkew ? SetupState.Warning : SetupState.Missing,
        Math.Round(ahead.Duration().TotalSeconds).ToString(CultureInfo.InvariantCulture));

    private IEnumerable<SetupCheck> Endpoints(IReadOnlyList<WebhookEndpointSetup> all, Uri address, int wanted)
    {
        var ours = all.Where(e => e.IsEnabled && Uri.TryCreate(e.Url, UriKind.Absolute, out var url) && url == address).ToList();
        yield return new(
            SetupPoint.Webhooks, ours.Count >= wanted ? SetupState.Good : SetupState.Warning, address.ToString(),
            ours.Count.ToString(CultureInfo.InvariantCulture), wanted.ToString(CultureInfo.InvariantCulture));
        foreach (var endpoint in ours)
        {
            var missing = endpoint.Missing(stripe.HandledEvents);
            yield return new(
                SetupPoint.WebhookEvents, missing.Count == 0 ? SetupState.Good : SetupState.Warning, string.Join(", ", missing));
            yield return new(
                SetupPoint.WebhookVersion, endpoint.ApiVersion == stripe.ApiVersion ? SetupState.Good : SetupState.Warning,
                endpoint.ApiVersion ?? "default", stripe.ApiVersion);
        }
    }
}
