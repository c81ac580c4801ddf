using System.Collections.Concurrent;
using System.Threading.Channels;
using CleanIssuing.Application.Authorizations;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class PurchaseFeed : IPurchaseFeed
{
    private const int MostWaiting = 256;

    private readonly ConcurrentDictionary<Subscription, bool> _subscriptions = new();

    private long _sequence;

    public long Sequence => Interlocked.Read(ref _sequence);

    public int Listeners => _subscriptions.Count;

    public void Publish(PurchaseMoved moved)
    {
        Interlocked.Increment(ref _sequence);
        foreach (var subscription in _subscriptions.Keys)
            subscription.Add(moved);
    }

    public IPurchaseSubscription Subscribe()
    {
        var subscription = new Subscription(this);
        _subscriptions.TryAdd(subscription, true);
        return subscription;
    }

    private sealed class Subscription : IPurchaseSubscription
    {
        private readonly PurchaseFeed _feed;
        private readonly Channel<PurchaseMoved> _waiting;
        private int _hasMissed;

        public Subscription(PurchaseFeed feed)
        {
            _feed = feed;
            _waiting = Channel.CreateBounded<PurchaseMoved>(
                new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
                _ => Interlocked.Exchange(ref _hasMissed, 1));
        }

        public bool TakeMissed() => Interlocked.Exchange(ref _hasMissed, 0) == 1;

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

        public void Dispose() => _feed._subscriptions.TryRemove(this, out _);
    }
}
