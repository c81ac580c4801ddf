using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

/// <summary>The status of a card, asked before every reveal: compiled once for the database at hand.</summary>
internal sealed class CardStatusQuery
{
    public Func<IssuingDbContext, CardId, CancellationToken, Task<CardStatus?>> FindAsync { get; } =
        EF.CompileAsyncQuery((IssuingDbContext db, CardId id, CancellationToken _) =>
            db.Cards.Where(c => c.Id == id).Select(c => (CardStatus?)c.Status).FirstOrDefault());
}
