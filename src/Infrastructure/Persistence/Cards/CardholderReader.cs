using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Infrastructure.Persistence.Access;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardholderReader(IssuingDbContext db) : ICardholderReader
{
    public Task<Cardholder?> FindAsync(CardholderId id, CancellationToken cancellationToken) =>
        db.Cardholders.FirstOrDefaultAsync(c => c.Id == id, cancellationToken);

    public Task<UnconfirmedChange?> FindUnconfirmedChangeAsync(CardholderId id, CancellationToken cancellationToken) =>
        UnconfirmedChanges.FindLatestAsync(db, id.Value, cancellationToken);

    public async Task<IReadOnlyList<CardholderView>> PageAsync(
        IReadOnlyList<AccountId> accounts, string? text, CardholderId? after, int take, CancellationToken cancellationToken)
    {
        var holders = db.Cardholders.Where(c => accounts.Contains(c.AccountId));
        if (!string.IsNullOrEmpty(text))
        {
            var (asTyped, lower) = LikePattern.Containing(text);
            holders = holders.Where(c =>
                EF.Functions.Like(c.Name.ToLower(), lower, "\\") || EF.Functions.Like(c.Name, asTyped, "\\")
                || EF.Functions.Like(c.Email!.ToLower(), lower, "\\"));
        }

        if (after is { } last)
        {
            var cursor = await holders.FirstOrDefaultAsync(c => c.Id == last, cancellationToken)
                ?? throw InvalidReason.Cursor.For("after");
            holders = holders.Where(c =>
                c.Name.CompareTo(cursor.Name) > 0 || (c.Name == cursor.Name && ((string)(object)c.Id).CompareTo(cursor.Id.Value) > 0));
        }

        return await (
            from holder in holders.OrderBy(c => c.Name).ThenBy(c => c.Id).Take(take)
            join account in db.Accounts on holder.AccountId equals account.Id
            orderby holder.Name, holder.Id
            select new CardholderView(holder, account, db.Cards.Count(c => c.CardholderId == holder.Id && c.Status != CardStatus.Canceled)))
            .ToListAsync(cancellationToken);
    }
}
