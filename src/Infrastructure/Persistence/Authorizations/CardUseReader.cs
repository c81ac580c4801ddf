using CleanIssuing.Application.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class CardUseReader(IssuingDbContext db) : ICardUseReader
{
    public Task<bool> HasPurchasesAsync(CardId card, CancellationToken cancellationToken) =>
        db.Authorizations.AnyAsync(a => a.CardId == card && a.Approved, cancellationToken);
}
