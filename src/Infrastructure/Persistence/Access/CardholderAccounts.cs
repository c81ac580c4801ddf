using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Access;

/// <summary>Which account a cardholder belongs to.</summary>
internal sealed class CardholderAccounts(IssuingDbContext db)
{
    public async Task<AccountId?> FindAccountOfAsync(CardholderId cardholder, CancellationToken cancellationToken) =>
        await db.Cardholders.Where(c => c.Id == cardholder).Select(c => (AccountId?)c.AccountId).FirstOrDefaultAsync(cancellationToken);
}
