using System.Collections.Concurrent;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>The idempotency keys of calls under way (https://docs.stripe.com/error-codes#idempotency-key-in-use).</summary>
internal sealed class KeysInUse
{
    private readonly ConcurrentDictionary<string, byte> _keys = new(StringComparer.Ordinal);

    /// <summary>Takes the key until disposed.</summary>
    /// <exception cref="StripeApiException">Another call with this key is under way.</exception>
    public IDisposable Take(string key) => _keys.TryAdd(key, 0)
        ? new Use(this, key)
        : throw new StripeApiException(
            409, "invalid_request_error",
            "There is currently another request with this idempotency key under way. Please try again later.", "idempotency_key_in_use");

    private sealed record Use(KeysInUse Keys, string Key) : IDisposable
    {
        public void Dispose() => Keys._keys.TryRemove(Key, out _);
    }
}
