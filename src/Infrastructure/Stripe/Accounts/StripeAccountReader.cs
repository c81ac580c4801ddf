using System.Runtime.CompilerServices;
using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Accounts;
using Microsoft.Extensions.Logging;
using Stripe;
using Account = CleanIssuing.Domain.Accounts.Account;

namespace CleanIssuing.Infrastructure.Stripe.Accounts;

internal sealed partial class StripeAccountReader(IStripeClient stripe, ILogger<StripeAccountReader> logger) : IStripeAccountReader
{
    private const int PageSize = 100;

    public async Task<AccountId> GetPlatformIdAsync(CancellationToken cancellationToken) =>
        AccountId.Parse((await GetSelfAsync(new AccountService(stripe), cancellationToken)).Id);

    public async IAsyncEnumerable<Account> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var accounts = new AccountService(stripe);
        yield return Account(await GetSelfAsync(accounts, cancellationToken), AccountKind.Platform);

        var options = new AccountListOptions { Limit = PageSize };
        while (await ConnectedAsync(accounts, options, cancellationToken) is { Data.Count: > 0 } page)
        {
            foreach (var account in page.Data)
                yield return Account(account, AccountKind.Connected);
            if (!page.HasMore)
                yield break;
            options.StartingAfter = page.Data[^1].Id;
        }
    }

    /// <summary>
    /// A page of connected accounts; none for a platform that has not signed up for Connect, whom Stripe refuses the list.
    /// </summary>
    private async Task<StripeList<global::Stripe.Account>?> ConnectedAsync(
        AccountService accounts, AccountListOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await StripeErrors.CallAsync(() => accounts.ListAsync(options, null, cancellationToken), null, cancellationToken);
        }
        catch (StripeRefusedException refusal)
        {
            LogNoAccounts(refusal.Reason.ToCode(), refusal.StripeRequestId);
            return null;
        }
    }

    private static Task<global::Stripe.Account> GetSelfAsync(AccountService accounts, CancellationToken cancellationToken) =>
        StripeErrors.CallAsync(() => accounts.GetSelfAsync(null, cancellationToken), null, cancellationToken);

    private static Account Account(global::Stripe.Account account, AccountKind kind) => new()
    {
        Id = AccountId.Parse(account.Id),
        Name = StripeText.Cut(account.BusinessProfile?.Name ?? account.Settings?.Dashboard?.DisplayName ?? account.Id, 255),
        Kind = kind,
        Currency = Currency.TryParse(account.DefaultCurrency, null, out var currency) ? currency : null,
        CollectsRequirements = account.Controller?.RequirementCollection == "application",
    };

    [LoggerMessage(LogLevel.Information, "Stripe lists no connected accounts ({Reason}, Stripe request {StripeRequest})")]
    private partial void LogNoAccounts(string reason, string? stripeRequest);
}
