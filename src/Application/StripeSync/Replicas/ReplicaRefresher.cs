using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.StripeSync.Replicas;

/// <summary>Reads from Stripe what is queued for a refresh.</summary>
internal sealed partial class ReplicaRefresher(
    IRefreshQueue queue, IStripeAuthorizationReader authorizations, IAuthorizationReplicaStore authorizationReplicas,
    ICardReplicaUpdater updater, ILogger<ReplicaRefresher> logger)
{
    private const int AtOnce = 50;

    public async Task RefreshAsync(AccountId platform, CancellationToken cancellationToken)
    {
        foreach (var item in await queue.GetStaleAsync(AtOnce, cancellationToken))
        {
            AccountId? onBehalfOf = item.AccountId == platform ? null : item.AccountId;
            try
            {
                if (await RefreshAsync(item, onBehalfOf, cancellationToken))
                    await queue.MarkRefreshedAsync(item, cancellationToken);
            }
            catch (StripeRefusedException refusal) when (refusal.Reason == RefusalReason.MissingAtStripe)
            {
                // What Stripe does not have is not asked for again.
                LogNotRead(refusal, item.ObjectId);
                await queue.MarkRefreshedAsync(item, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // Whatever it is, it must not keep the others from being read.
                LogNotRead(failure, item.ObjectId);
                await queue.PostponeAsync(item, cancellationToken);
            }
        }
    }

    private async Task<bool> RefreshAsync(RefreshQueueItem item, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        var (id, account) = (item.ObjectId, item.AccountId);
        if (CardId.IsValid(id))
            return (await updater.ReadAsync(CardId.Parse(id), account, onBehalfOf, cancellationToken)).IsApplied;
        if (CardholderId.IsValid(id))
            return await updater.ReadAsync(CardholderId.Parse(id), account, onBehalfOf, cancellationToken);
        await authorizationReplicas.UpsertAsync(
            await authorizations.GetAsync(AuthorizationId.Parse(id), account, onBehalfOf, cancellationToken), cancellationToken);
        return true;
    }

    private void LogNotRead(Exception failure, string id)
    {
        if (failure is ExpectedException expected)
            LogRefused(id, expected.Reason.ToCode(), expected.StripeRequestId);
        else
            LogFailed(failure, id);
    }

    [LoggerMessage(LogLevel.Warning, "{Object} cannot be read from Stripe ({Reason}, Stripe request {StripeRequest})")]
    private partial void LogRefused(string @object, string reason, string? stripeRequest);

    [LoggerMessage(LogLevel.Error, "{Object} cannot be refreshed")]
    private partial void LogFailed(Exception failure, string @object);
}
