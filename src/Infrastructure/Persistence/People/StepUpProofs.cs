using CleanIssuing.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class StepUpProofs(UserSessionReader sessions, IssuingDbContext db, TimeProvider time) : IStepUpProofs
{
    public string Session => sessions.CurrentHash ?? "";

    public bool IsFresh => sessions.Current?.ProvenAt > time.GetUtcNow() - StepUpState.ProofLasts;

    public async Task AddAsync(CardId? pinCardId, CancellationToken cancellationToken)
    {
        var (hash, now) = (sessions.CurrentHash, time.GetUtcNow());
        await db.UserSessions.Where(s => s.IdHash == hash).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.ProvenAt, now).SetProperty(s => s.PinCardId, pinCardId), cancellationToken);
        // What comes later in this request counts it, too.
        if (sessions.Current is { } current)
            sessions.Current = current with { ProvenAt = now, PinCardId = pinCardId };
    }

    public async Task<bool> UseForPinAsync(CardId card, CancellationToken cancellationToken)
    {
        var (hash, since) = (sessions.CurrentHash, time.GetUtcNow() - StepUpState.ProofLasts);
        return await db.UserSessions.Where(s => s.IdHash == hash && s.PinCardId == card && s.ProvenAt > since)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.PinCardId, (CardId?)null), cancellationToken) > 0;
    }
}
