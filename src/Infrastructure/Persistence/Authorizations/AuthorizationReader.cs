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
            var at = rows.Where(a => a.Id == last).Select(a => (DateTimeOffset?)a.CreatedAt);
            rows = rows.Where(a => a.CreatedAt <= at.First() && (a.CreatedAt < at.First() || a.Id < last));
        }

        var found = await rows.OrderByDescending(a => a.CreatedAt).ThenByDescending(a => a.Id).Take(take)
            .Select(a => new
            {
                Authorization = a,
                Refunded = db.Transactions.Where(t => t.AuthorizationId == a.Id && t.Type == TransactionType.Refund)
                    .Sum(t => Math.Abs(t.Amount.Minor)),
            })
            .ToListAsync(cancellationToken);
        // Nothing is before the oldest one, and nothing before one that this card does not have.
        if (before is { } cursor && found.Count == 0
            && !await db.Authorizations.AnyAsync(a => a.CardId == card && a.Id == cursor, cancellationToken))
            throw InvalidReason.Cursor.For("before");
        return [.. found.Select(f => (f.Authorization, new Money(f.Refunded, f.Authorization.Amount.Currency)))];
    }
}
