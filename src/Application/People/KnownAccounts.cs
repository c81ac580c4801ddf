using CleanIssuing.Application.Accounts;

namespace CleanIssuing.Application.People;

/// <summary>The accounts that a role can be given in: those imported, and before the first import those that Stripe lists.</summary>
internal sealed class KnownAccounts(IAccountReader accounts, IInstallationStore installation, IStripeAccountReader stripe)
{
    /// <exception cref="RuleViolationException">There is no such account; its arguments list those there are.</exception>
    public async Task RequireAsync(AccountId account, CancellationToken cancellationToken)
    {
        var known = (await accounts.ListAsync(cancellationToken)).Select(a => a.Id).ToHashSet();
        if (await installation.FindAsync(cancellationToken) is { } own)
            known.Add(own.Platform);
        if (known.Contains(account))
            return;

        try
        {
            await foreach (var listed in stripe.ListAsync(cancellationToken))
                known.Add(listed.Id);
        }
        catch (StripeUnavailableException)
        {
            // What is known here has to do.
        }

        if (!known.Contains(account))
            throw new RuleViolationException(
                RefusalReason.AccountUnknown, account, string.Join(", ", known.Select(a => a.Value).Order(StringComparer.Ordinal)));
    }
}
