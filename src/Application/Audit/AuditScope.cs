namespace CleanIssuing.Application.Audit;

/// <summary>Whose entries a person may read.</summary>
/// <param name="WithoutAccount">
/// Whether those of no account too, such as a refused attempt at a card of somebody else: they are for the platform's admins.
/// </param>
public sealed record AuditScope(IReadOnlyList<AccountId> Accounts, bool WithoutAccount);
