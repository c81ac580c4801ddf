using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.People;

internal sealed class AccessReader(IssuingDbContext db) : IAccessReader
{
    public async Task<CardTie?> FindCardTieAsync(string userId, CardId card, CancellationToken cancellationToken)
    {
        var ties = await (
            from c in db.Cards
            join m in db.Memberships on c.AccountId equals m.AccountId
            where c.Id == card && m.UserId == userId
                && (m.Role == Role.Admin || m.CardholderId == c.CardholderId)
            select new { c.AccountId, m.Role }).ToListAsync(cancellationToken);

        return ties.Count == 0
            ? null
            : new CardTie(
                ties[0].AccountId,
                IsCardholder: ties.Exists(t => t.Role == Role.Cardholder),
                IsAdmin: ties.Exists(t => t.Role == Role.Admin));
    }

    public Task<bool> IsAdminAsync(string userId, AccountId account, CancellationToken cancellationToken) =>
        db.Memberships.AnyAsync(m => m.UserId == userId && m.AccountId == account && m.Role == Role.Admin, cancellationToken);
}
