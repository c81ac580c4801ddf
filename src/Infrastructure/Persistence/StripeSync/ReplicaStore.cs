using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

/// <summary>
/// Keeps copies of what Stripe has. An older state never overwrites a newer one; an answer of Stripe's and the event about it
/// often come at the same moment, so that each is compared and written in one transaction.
/// </summary>
internal sealed class Copies(IssuingDbContext db, ITransactions transactions) : ICardCopies, IPurchaseCopies
{
    public async Task<SpendingControls?> KeepAsync(Card card, CancellationToken cancellationToken)
    {
        SpendingControls? before = null;
        await transactions.RunAsync(async () => before = await KeepAsync(card, told: false, cancellationToken), cancellationToken);
        return before;
    }

    public async Task<SpendingControls?> KeepToldAsync(Card card, CancellationToken cancellationToken)
    {
        SpendingControls? before = null;
        await transactions.RunAsync(async () => before = await KeepAsync(card, told: true, cancellationToken), cancellationToken);
        return before;
    }

    public Task KeepAsync(Cardholder cardholder, CancellationToken cancellationToken) =>
        transactions.RunAsync(() => KeepAsync(cardholder, told: false, cancellationToken), cancellationToken);

    public Task KeepToldAsync(Cardholder cardholder, CancellationToken cancellationToken) =>
        transactions.RunAsync(() => KeepAsync(cardholder, told: true, cancellationToken), cancellationToken);

    public Task KeepAsync(Authorization authorization, CancellationToken cancellationToken) =>
        transactions.RunAsync(() => KeepLaterAsync(authorization, cancellationToken), cancellationToken);

    public Task KeepAsync(IssuingTransaction transaction, CancellationToken cancellationToken) =>
        transactions.RunAsync(() => KeepLaterAsync(transaction, cancellationToken), cancellationToken);

    private async Task KeepLaterAsync(Authorization authorization, CancellationToken cancellationToken)
    {
        var copy = await db.Authorizations.AsTracking().FirstOrDefaultAsync(a => a.Id == authorization.Id, cancellationToken);
        // Of two states of the same second, the one in which more has happened is the later one.
        var (had, has) = (copy?.AsOf.ToUnixTimeSeconds() ?? 0, authorization.AsOf.ToUnixTimeSeconds());
        if (copy is not null && (had > has || (had == has && copy.Status != AuthorizationStatus.Pending)))
            return;
        await SaveAsync(copy, authorization, cancellationToken);
    }

    private async Task KeepLaterAsync(IssuingTransaction transaction, CancellationToken cancellationToken)
    {
        var copy = await db.Transactions.AsTracking().FirstOrDefaultAsync(t => t.Id == transaction.Id, cancellationToken);
        if (copy is null || copy.AsOf <= transaction.AsOf)
            await SaveAsync(copy, transaction, cancellationToken);
    }

    public Task<CardFreeze?> FreezeOfAsync(CardId card, CancellationToken cancellationToken) =>
        db.CardFreezes.FirstOrDefaultAsync(f => f.CardId == card, cancellationToken);

    public async Task KeepAsync(CardFreeze freeze, CancellationToken cancellationToken) =>
        await SaveAsync(
            await db.CardFreezes.AsTracking().FirstOrDefaultAsync(f => f.CardId == freeze.CardId, cancellationToken), freeze, cancellationToken);

    public Task ThawAsync(CardId card, CancellationToken cancellationToken) =>
        db.CardFreezes.Where(f => f.CardId == card).ExecuteDeleteAsync(cancellationToken);

    private async Task<SpendingControls?> KeepAsync(Card card, bool told, CancellationToken cancellationToken)
    {
        var copy = await db.Cards.AsTracking().FirstOrDefaultAsync(c => c.Id == card.Id, cancellationToken);
        if (copy is not null && Compare(copy.AsOf, card.AsOf, told) is { } verdict and not Verdict.Newer)
        {
            if (verdict == Verdict.Unclear && copy with { AsOf = card.AsOf } != card)
                await ReadLaterAsync(card.Id.Value, card.AccountId, cancellationToken);
            return null;
        }

        var before = copy?.SpendingControls;
        if (card.Status != CardStatus.Inactive && copy?.Status == CardStatus.Inactive)
            await ThawAsync(card.Id, cancellationToken);
        await SaveAsync(copy, card, cancellationToken);
        return before is null || before.Equals(card.SpendingControls) ? null : before;
    }

    private async Task KeepAsync(Cardholder cardholder, bool told, CancellationToken cancellationToken)
    {
        var copy = await db.Cardholders.AsTracking().FirstOrDefaultAsync(c => c.Id == cardholder.Id, cancellationToken);
        if (copy is not null && Compare(copy.AsOf, cardholder.AsOf, told) is { } verdict and not Verdict.Newer)
        {
            if (verdict == Verdict.Unclear && copy with { AsOf = cardholder.AsOf } != cardholder)
                await ReadLaterAsync(cardholder.Id.Value, cardholder.AccountId, cancellationToken);
            return;
        }

        await SaveAsync(copy, cardholder, cancellationToken);
        await db.Cards.Where(c => c.CardholderId == cardholder.Id && c.CardholderName != cardholder.Name)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CardholderName, cardholder.Name), cancellationToken);
    }

    /// <summary>
    /// Stripe dates what it tells to the second, and we date what we read exactly: within the same second nobody knows which of
    /// the two is newer.
    /// </summary>
    private static Verdict Compare(DateTimeOffset copy, DateTimeOffset state, bool told)
    {
        if (!told)
            return copy <= state ? Verdict.Newer : Verdict.Older;
        var second = DateTimeOffset.FromUnixTimeSeconds(copy.ToUnixTimeSeconds());
        return second < state ? Verdict.Newer : second == state ? Verdict.Unclear : Verdict.Older;
    }

    private async Task ReadLaterAsync(string id, AccountId account, CancellationToken cancellationToken)
    {
        if (!await db.ObjectsToRead.AnyAsync(o => o.ObjectId == id, cancellationToken))
            db.ObjectsToRead.Add(new ObjectToRead { ObjectId = id, AccountId = account });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task SaveAsync<T>(T? copy, T newer, CancellationToken cancellationToken)
        where T : class
    {
        db.Keep(copy, newer);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private enum Verdict
    {
        Newer,
        Older,
        Unclear,
    }
}
