using CleanIssuing.Application.Cards;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.StripeSync.Replicas;

/// <summary>Reads from Stripe what is queued for a refresh.</summary>
internal sealed partial class ReplicaRefresher(
    IRefreshQueue queue, ICardGateway stripe, ICardReplicaStore replicas, ICardReplicaUpdater updater, ILogger<ReplicaRefresher> logger)
{
    private const int AtOnce = 50;

    public async Task RefreshAsync(AccountId platform, CancellationToken cancellationToken)
    {
        foreach (var (id, account) in await queue.GetStaleAsync(AtOnce, cancellationToken))
        {
            AccountId? onBehalfOf = account == platform ? null : account;
            try
            {
                if (CardId.IsValid(id))
                    await updater.UpsertAsync((await stripe.GetAsync(CardId.Parse(id), account, onBehalfOf, cancellationToken)).State,
                        cancellationToken);
                else
                    await replicas.UpsertAsync(
                        (await stripe.GetAsync(CardholderId.Parse(id), account, onBehalfOf, cancellationToken)).State, cancellationToken);
            }
            catch (StripeRefusedException refusal)
            {
                // What Stripe does not show any more must not keep the others from being read.
                LogNotRead(id, refusal.Reason.ToCode(), refusal.StripeRequestId);
            }

            await queue.MarkRefreshedAsync(id, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Object} cannot be read from Stripe ({Reason}, Stripe request {StripeRequest})")]
    private partial void LogNotRead(string @object, string reason, string? stripeRequest);
}
