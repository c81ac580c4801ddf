using System.Net;
using CleanIssuing.Application.Accounts;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Issuing;
using CardService = Stripe.Issuing.CardService;
using TransactionService = Stripe.Issuing.TransactionService;

namespace CleanIssuing.Infrastructure.Stripe.Accounts;

internal sealed class StripeSetupReader(
    IStripeClient stripe, IOptions<StripeOptions> options, IHttpClientFactory http, TimeProvider time) : IStripeSetupReader
{
    // What no account has: asked for to see whether the key may, not to change anything.
    private const string NoCard = "ic_cleanissuing_check", NoAccount = "acct_cleanissuingcheck", NoNonce = "ephkn_cleanissuing_check";

    public IReadOnlyList<string> HandledEvents => StripeOptions.HandledEvents;

    public string ApiVersion => StripeOptions.ApiVersion;

    public IReadOnlyList<Uri> Scripts => [options.Value.StripeJsUrl, options.Value.ConnectJsUrl];

    public (int Platform, int Connect) WebhookSecrets => (options.Value.WebhookSecrets.Count, options.Value.ConnectWebhookSecrets.Count);

    public async Task<(AccountId Id, TimeSpan Ahead)> GetPlatformAsync(CancellationToken cancellationToken)
    {
        var account = await StripeErrors.CallAsync(
            () => new AccountService(stripe).GetSelfAsync(null, cancellationToken), null, cancellationToken);
        return (AccountId.Parse(account.Id), time.GetUtcNow() - StripeClock.DateOf(account.StripeResponse, time));
    }

    public Task<bool?> IsIssuingSetUpAsync(CancellationToken cancellationToken) =>
        AskAsync(() => CallAsync(StripePermission.ReadCards, cancellationToken), cancellationToken);

    public async Task<bool> MayAsync(StripePermission permission, CancellationToken cancellationToken) =>
        await AskAsync(() => CallAsync(permission, cancellationToken), cancellationToken) is not null;

    public async Task<bool> HasConnectedAccountsAsync(CancellationToken cancellationToken)
    {
        StripeList<global::Stripe.Account>? page = null;
        await AskAsync(
            async () => page = await new AccountService(stripe).ListAsync(new() { Limit = 1 }, null, cancellationToken), cancellationToken);
        return page is { Data.Count: > 0 };
    }

    public async Task<IReadOnlyList<WebhookEndpointSetup>?> ListWebhookEndpointsAsync(CancellationToken cancellationToken)
    {
        StripeList<WebhookEndpoint>? page = null;
        await AskAsync(
            async () => page = await new WebhookEndpointService(stripe).ListAsync(new() { Limit = 100 }, null, cancellationToken),
            cancellationToken);
        return page?.Data.ConvertAll(e => new WebhookEndpointSetup(e.Url, e.Status == "enabled", e.EnabledEvents, e.ApiVersion));
    }

    public async Task<bool> IsReachableAsync(Uri script, CancellationToken cancellationToken)
    {
        try
        {
            using var client = http.CreateClient();
            client.Timeout = options.Value.Timeout;
            using var answer = await client.GetAsync(script, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private Task CallAsync(StripePermission permission, CancellationToken cancellationToken) => permission switch
    {
        StripePermission.ReadCardholders => new CardholderService(stripe).ListAsync(new() { Limit = 1 }, null, cancellationToken),
        StripePermission.ReadCards => new CardService(stripe).ListAsync(new() { Limit = 1 }, null, cancellationToken),
        StripePermission.ReadAuthorizations => new AuthorizationService(stripe).ListAsync(new() { Limit = 1 }, null, cancellationToken),
        StripePermission.ReadTransactions => new TransactionService(stripe).ListAsync(new() { Limit = 1 }, null, cancellationToken),
        StripePermission.ReadEvents => new EventService(stripe).ListAsync(new() { Limit = 1 }, null, cancellationToken),
        StripePermission.WriteCards => new CardService(stripe).UpdateAsync(
            NoCard, new() { Metadata = new() { ["check"] = "1" } }, null, cancellationToken),
        StripePermission.WriteEphemeralKeys => new EphemeralKeyService(stripe).CreateAsync(
            new() { IssuingCard = NoCard, Nonce = NoNonce, StripeVersion = StripeOptions.ApiVersion }, null, cancellationToken),
        _ => new AccountSessionService(stripe).CreateAsync(
            new()
            {
                Account = NoAccount,
                Components = new() { IssuingCard = new() { Enabled = true } },
            },
            null, cancellationToken),
    };

    /// <returns>True for an answer, false for a refusal of another kind, null where the key may not ask.</returns>
    private static async Task<bool?> AskAsync(Func<Task> call, CancellationToken cancellationToken)
    {
        try
        {
            return await StripeErrors.CallAsync(
                async () =>
                {
                    await call();
                    return true;
                },
                Refusal, cancellationToken);
        }
        catch (StripeRefusedException refusal)
        {
            return refusal.Reason == RefusalReason.StripePermission ? null : false;
        }
    }

    /// <summary>That an account does not exist is told with 403 as well.</summary>
    private static StripeRefusedException? Refusal(StripeException failure) =>
        failure is { HttpStatusCode: HttpStatusCode.Forbidden, StripeError.Code: "account_invalid" }
            ? new StripeRefusedException(RefusalReason.MissingAtStripe)
            : null;
}
