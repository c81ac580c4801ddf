using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.People;

/// <summary>The accounts that a role can be given in: those imported, and before the first import those that Stripe lists.</summary>
internal sealed class KnownAccounts(IAccountReader accounts, IInstallationStore installation, IIssuingCatalog stripe)
{
    /// <exception cref="RuleViolationException">There is no such account; the message lists those there are.</exception>
    public async Task RequireAsync(AccountId account, CancellationToken cancellationToken)
    {
        var known = (await accounts.AllAsync(cancellationToken)).Select(a => a.Id).ToHashSet();
        if (await installation.FindAsync(cancellationToken) is { } own)
            known.Add(own.Platform);
        if (known.Contains(account))
            return;

        try
        {
            await foreach (var listed in stripe.AccountsAsync(cancellationToken))
                known.Add(listed.Id);
        }
        catch (StripeUnavailableException)
        {
            // What is known here has to do.
        }

        if (!known.Contains(account))
            throw new RuleViolationException(
                $"There is no account {account}. There are: {string.Join(", ", known.Select(a => a.Value).Order(StringComparer.Ordinal))}.", "account_unknown");
    }
}
