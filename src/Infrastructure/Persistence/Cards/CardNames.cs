using CleanIssuing.Application.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardNames(IssuingDbContext db) : ICardNames
{
    public async Task<IReadOnlyDictionary<string, string>> GetAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        CardId[] cards = [.. ids.Where(CardId.IsValid).Select(CardId.Parse)];
        if (cards.Length > 0)
        {
            var found = await (
                from card in db.Cards.Where(c => accounts.Contains(c.AccountId) && cards.Contains(c.Id))
                from label in db.CardLabels.Where(l => l.CardId == card.Id).DefaultIfEmpty()
                select new { card.Id, card.Last4, card.CardholderName, Name = label == null ? "" : label.Name })
                .ToListAsync(cancellationToken);
            foreach (var card in found)
                names[card.Id.Value] = $"{(card.Name.Length > 0 ? card.Name : card.CardholderName)} •••• {card.Last4}";
        }

        CardholderId[] holders = [.. ids.Where(id => CardholderId.TryParse(id, null, out _)).Select(CardholderId.Parse)];
        if (holders.Length > 0)
        {
            foreach (var holder in await db.Cardholders.Where(h => accounts.Contains(h.AccountId) && holders.Contains(h.Id))
                .Select(h => new { h.Id, h.Name }).ToListAsync(cancellationToken))
                names[holder.Id.Value] = holder.Name;
        }

        return names;
    }

    public async Task<IReadOnlyList<string>> FindAsync(
        IReadOnlyList<AccountId> accounts, string text, int take, CancellationToken cancellationToken)
    {
        var (asTyped, lower) = LikePattern.Containing(text);
        var cards = db.Cards.Where(c => accounts.Contains(c.AccountId));
        cards = text.Length == 4 && text.All(char.IsAsciiDigit)
            ? cards.Where(c => c.Last4 == text)
            : cards.Where(c => EF.Functions.Like(c.CardholderName.ToLower(), lower, "\\")
                || EF.Functions.Like(c.CardholderName, asTyped, "\\")
                || db.CardLabels.Any(l => l.CardId == c.Id && EF.Functions.Like(l.Name.ToLower(), lower, "\\")));
        var found = await cards.OrderBy(c => c.Id).Select(c => c.Id).Take(take).ToListAsync(cancellationToken);
        var holders = await db.Cardholders
            .Where(h => accounts.Contains(h.AccountId)
                && (EF.Functions.Like(h.Name.ToLower(), lower, "\\") || EF.Functions.Like(h.Name, asTyped, "\\")))
            .OrderBy(h => h.Id).Select(h => h.Id).Take(take).ToListAsync(cancellationToken);
        return [.. found.Select(id => id.Value), .. holders.Select(id => id.Value)];
    }
}
