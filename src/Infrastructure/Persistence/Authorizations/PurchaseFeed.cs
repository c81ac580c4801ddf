using System.Collections.Concurrent;
using System.Threading.Channels;
using CleanIssuing.Application.Authorizations;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class PurchaseFeed : IPurchaseFeed
{
    private const int MostWaiting = 256;

    private readonly ConcurrentDictionary<Subscription, bool> _subscriptions = new();

    public int Listeners => _subscriptions.Count;

    public void Publish(PurchaseMoved moved)
    {
        foreach (var subscription in _subscriptions.Keys)
            subscription.Add(moved);
    }

    public IPurchaseSubscription Subscribe()
    {
        var subscription = new Subscription(this);
        _subscriptions.TryAdd(subscription, true);
        return subscription;
    }

    private sealed class Subscription(PurchaseFeed feed) : IPurchaseSubscription
    {
        private readonly Channel<PurchaseMoved> _waiting = Channel.CreateBounded<PurchaseMoved>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

        public void Add(PurchaseMoved moved) => _waiting.Writer.TryWrite(moved);

        public async Task<PurchaseMoved?> NextAsync(TimeSpan atMost, CancellationToken cancellationToken)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(atMost);
            try
            {
                return await _waiting.Reader.ReadAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return null;
            }
        }

        public void Dispose() => feed._subscriptions.TryRemove(this, out _);
    }
}
