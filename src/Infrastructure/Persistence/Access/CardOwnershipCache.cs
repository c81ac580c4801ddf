using Microsoft.Extensions.Caching.Memory;

namespace CleanIssuing.Infrastructure.Persistence.Access;

/// <summary>
/// Remembers whose cards are. A card that is not here may come with the next import: that there is none is not remembered.
/// </summary>
internal sealed class CardOwnershipCache : IDisposable
{
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 200_000 });

    public CardOwnership? Find(CardId card) => _known.Get<CardOwnership>(card);

    public CardOwnership Add(CardId card, CardOwnership ownership) =>
        _known.Set(card, ownership, new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => _known.Dispose();
}
