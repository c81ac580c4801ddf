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
    // Events are believed for five minutes.
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<SetupCheck>> Handle(CheckSetup request, CancellationToken cancellationToken)
    {
        var checks = new List<SetupCheck>();
        try
        {
            var (platform, ahead) = await stripe.GetPlatformAsync(cancellationToken);
            checks.Add(new(SetupPoint.Key, SetupState.Good, platform.Value));
            checks.Add(new(
                SetupPoint.Clock, ahead.Duration() <= MostSkew ? SetupState.Good : SetupState.Missing,
                Math.Round(ahead.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        }
        catch (ExpectedException failure)
        {
            // Without an account there is nothing else to ask.
            return [new(SetupPoint.Key, SetupState.Missing, failure.Reason.ToCode())];
        }

        // What is asked below changes nothing, even where it is sent as a change: it names what does not exist.
        confirmation.Confirm();
        var isSetUp = await stripe.IsIssuingSetUpAsync(cancellationToken);
        if (isSetUp is { } known)
            checks.Add(new(SetupPoint.Issuing, known ? SetupState.Good : SetupState.Missing));
        var hasConnected = await stripe.HasConnectedAccountsAsync(cancellationToken);
        checks.Add(new(SetupPoint.ConnectedAccounts, hasConnected ? SetupState.Good : SetupState.Warning));
        foreach (var permission in Enum.GetValues<StripePermission>())
        {
            if (permission != StripePermission.WriteAccountSessions || hasConnected)
                checks.Add(new(
                    SetupPoint.Permission,
                    await stripe.MayAsync(permission, cancellationToken) ? SetupState.Good : SetupState.Missing, permission.ToCode()));
        }

        if (request.Mode != PortalMode.Sandbox)
            await CheckWebhooksAsync(request, hasConnected, checks, cancellationToken);
        foreach (var script in stripe.Scripts)
            checks.Add(new(
                SetupPoint.Scripts, await stripe.IsReachableAsync(script, cancellationToken) ? SetupState.Good : SetupState.Missing,
                script.ToString()));
        return checks;
    }

    private async Task CheckWebhooksAsync(
        CheckSetup request, bool hasConnected, List<SetupCheck> checks, CancellationToken cancellationToken)
    {
        // Without webhooks events are fetched every five minutes: it works, but late.
        if (request.Webhooks is not { } address)
        {
            checks.Add(new(SetupPoint.Webhooks, SetupState.Warning, "Portal:PublicOrigin"));
            return;
        }

        var (platform, connect) = stripe.WebhookSecrets;
        checks.Add(new(SetupPoint.WebhookSecrets, platform > 0 ? SetupState.Good : SetupState.Warning, "Stripe:WebhookSecrets:0"));
        if (hasConnected)
            checks.Add(
                new(SetupPoint.WebhookSecrets, connect > 0 ? SetupState.Good : SetupState.Warning, "Stripe:ConnectWebhookSecrets:0"));
        if (await stripe.ListWebhookEndpointsAsync(cancellationToken) is not { } all)
        {
            checks.Add(new(SetupPoint.Permission, SetupState.Warning, "read_webhook_endpoints"));
            return;
        }

        var ours = all.Where(e => e.IsEnabled && Uri.TryCreate(e.Url, UriKind.Absolute, out var url) && url == address).ToList();
        var wanted = hasConnected ? 2 : 1;
        checks.Add(new(
            SetupPoint.Webhooks, ours.Count >= wanted ? SetupState.Good : SetupState.Warning, address.ToString(),
            ours.Count.ToString(CultureInfo.InvariantCulture), wanted.ToString(CultureInfo.InvariantCulture)));
        foreach (var endpoint in ours)
        {
            var missing = endpoint.Missing(stripe.HandledEvents);
            checks.Add(new(
                SetupPoint.WebhookEvents, missing.Count == 0 ? SetupState.Good : SetupState.Warning, string.Join(", ", missing)));
            checks.Add(new(
                SetupPoint.WebhookVersion, endpoint.ApiVersion == stripe.ApiVersion ? SetupState.Good : SetupState.Warning,
                endpoint.ApiVersion ?? "-", stripe.ApiVersion));
        }
    }
}
