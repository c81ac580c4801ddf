using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CleanIssuing.Infrastructure.People;

/// <summary>Whose card a card is, and of which account. Stripe never changes either, so what was read once is remembered.</summary>
internal sealed class CardBindings(IDbContextFactory<IssuingDbContext> contexts) : IDisposable
{
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 200_000 });

    public async ValueTask<CardBinding?> FindAsync(CardId card, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(card, out CardBinding? known))
            return known;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from c in db.Cards
            join a in db.Accounts on c.AccountId equals a.Id
            where c.Id == card
            select new { c.CardholderId, Account = a }).FirstOrDefaultAsync(cancellationToken);
        // A card that is not here may come with the next import: that there is none is not remembered.
        return found is null
            ? null
            : _known.Set(card, new CardBinding(found.CardholderId, found.Account.Id, found.Account.OnBehalfOf), new MemoryCacheEntryOptions { Size = 1 });
    }

    public void Dispose() => _known.Dispose();
}

/// <summary>Whose card it is, and of which account.</summary>
internal sealed record CardBinding(CardholderId Cardholder, AccountId Account, AccountId? OnBehalfOf);
