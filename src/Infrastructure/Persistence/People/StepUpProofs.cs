using CleanIssuing.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class StepUpProofs(UserSessionReader sessions, IssuingDbContext db, TimeProvider time) : IStepUpProofs
{
    public Task AddAsync(CardId? pinOf, CancellationToken cancellationToken)
    {
        var (hash, now) = (sessions.CurrentHash, time.GetUtcNow());
        return db.UserSessions.Where(s => s.IdHash == hash).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.ProvenAt, now).SetProperty(s => s.PinOf, pinOf), cancellationToken);
    }

    public async Task<bool> UseForPinAsync(CardId card, CancellationToken cancellationToken)
    {
        var (hash, since) = (sessions.CurrentHash, time.GetUtcNow() - StepUpState.ProofLasts);
        return await db.UserSessions.Where(s => s.IdHash == hash && s.PinOf == card && s.ProvenAt > since)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.PinOf, (CardId?)null), cancellationToken) > 0;
    }
}
