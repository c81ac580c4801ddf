using CleanIssuing.Application.Cards;
using CleanIssuing.Infrastructure.Persistence.StripeSync;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Access;

/// <summary>What is told of an operation that Stripe did not confirm at once.</summary>
internal static class UnconfirmedChanges
{
    /// <summary>What a change is under way of at Stripe: ids of cards and cardholders.</summary>
    public static IQueryable<string> PendingSubjects(IssuingDbContext db) =>
        db.StripeOperations.Where(o => o.EndedAt == null).Select(o => o.Subject);

    /// <summary>The latest operation on a card or cardholder, where it was not confirmed at once.</summary>
    public static async Task<UnconfirmedChange?> FindLatestAsync(
        IssuingDbContext db, string subject, CancellationToken cancellationToken) =>
        Of(await db.StripeOperations.Where(o => o.Subject == subject).OrderByDescending(o => o.Id).FirstOrDefaultAsync(cancellationToken));

    public static UnconfirmedChange? Of(OperationRow? latest) => latest is null or { Unconfirmed: false, EndedAt: not null }
        ? null
        : new UnconfirmedChange(latest.Kind, latest.ActorName, latest.StartedAt, latest.EndedAt, latest.Applied);
}
