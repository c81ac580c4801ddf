using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Domain.Authorizations;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class AuthorizationReader(IssuingDbContext db) : IAuthorizationReader
{
    public async Task<IReadOnlyList<(Authorization Authorization, Money Refunded)>> ListForCardAsync(
        CardId card, AuthorizationId? before, int take, CancellationToken cancellationToken)
    {
        var rows = db.Authorizations.Where(a => a.CardId == card);
        if (before is { } last)
        {
            var cursor = await rows.FirstOrDefaultAsync(a => a.Id == last, cancellationToken) ?? throw InvalidReason.Cursor.For("before");
            rows = rows.Where(a => a.CreatedAt < cursor.CreatedAt || (a.CreatedAt == cursor.CreatedAt && a.Id < last));
        }

        var found = await rows.OrderByDescending(a => a.CreatedAt).ThenByDescending(a => a.Id).Take(take)
            .Select(a => new
            {
                Authorization = a,
                Refunded = db.Transactions.Where(t => t.AuthorizationId == a.Id && t.Type == TransactionType.Refund)
                    .Sum(t => Math.Abs(t.Amount.Minor)),
            })
            .ToListAsync(cancellationToken);
        return [.. found.Select(f => (f.Authorization, new Money(f.Refunded, f.Authorization.Amount.Currency)))];
    }
}
