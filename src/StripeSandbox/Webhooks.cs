using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api;
using CleanIssuing.StripeSandbox.Api.Resources;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox;

/// <summary>
/// Sends events, signed, to the portal and to every endpoint that was made; again and again, later each time, until each has answered 2xx
/// or three days are over
/// (https://docs.stripe.com/webhooks).
/// </summary>
public sealed class Webhooks : IAsyncDisposable
{
    private const string Waiting = "waiting";
    private const string Delivered = "delivered";
    private const string GivenUp = "given_up";
    private const string NextPath = "$." + ObjectStore.Private + ".next";
    private const int AtOnce = 20;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    private readonly ObjectStore _store;
    private readonly TimeProvider _time;
    private readonly SandboxOptions _options;
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private Task? _sending;

    internal Webhooks(ObjectStore store, TimeProvider time, SandboxOptions options) => (_store, _time, _options) = (store, time, options);

    /// <summary>Whether events are sent; what happens meanwhile waits.</summary>
    public bool Paused
    {
        get;
        set
        {
            field = value;
            Wake();
        }
    }

    /// <summary>Sends to this address from now on.</summary>
    public void SendTo(Uri endpoint)
    {
        _options.WebhookAddress = endpoint;
        _sending ??= Task.Run(SendAllAsync);
        Wake();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_sending is not null)
            await _sending;
        _http.Dispose();
        _stop.Dispose();
        _wake.Dispose();
    }

    /// <summary>The header that proves that the body is Stripe's.</summary>
    public static string Sign(string body, string secret, DateTimeOffset at)
    {
        var stamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(stamp + "." + body));
        return $"t={stamp},v1={Convert.ToHexStringLower(mac)}";
    }

    internal static void Add(
        ObjectStore store, string account, string type, JsonObject shown, DateTimeOffset now, JsonObject? previous = null)
    {
        var id = StripeIds.New("evt_1");
        var content = shown.DeepClone();
        ApiPipeline.WithoutPrivate(content);
        var stripeEvent = new JsonObject
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = ApiVersions.Latest,
            ["created"] = now.ToUnixTimeSeconds(),
            ["data"] = new JsonObject { ["object"] = content },
            ["livemode"] = false,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null },
            ["type"] = type,
            [ObjectStore.Private] = new JsonObject { ["tries"] = 0, ["next"] = 0 },
        };
        if (previous is not null)
            stripeEvent["data"]!["previous_attributes"] = previous;
        if (account != DemoSeed.Platform)
            stripeEvent["account"] = account;
        store.Add(ObjectKind.Event, account, id, stripeEvent, Waiting);
    }

    internal void Wake()
    {
        try
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it at the same moment.
        }
    }

    private async Task SendAllAsync()
    {
        try
        {
            while (true)
            {
                var wait = Paused ? Timeout.InfiniteTimeSpan : await TrySendDueAsync();
                if (wait == TimeSpan.Zero)
                    continue;
                using var over = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                await Task.WhenAny(_wake.WaitAsync(over.Token), Task.Delay(wait, _time, over.Token));
                await over.CancelAsync();
                _stop.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopped; what waits is in the file.
        }
    }

    private async Task<TimeSpan> TrySendDueAsync()
    {
        try
        {
            return await SendDueAsync();
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // The file was busy. What waits is still there, and the next try sends it.
            return FirstRetry;
        }
    }

    /// <returns>How long to wait before the next is due; zero when there may be more already.</returns>
    private async Task<TimeSpan> SendDueAsync()
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        // Those that are due, and not the oldest: an endpoint that is gone must not keep the portal from what happens now.
        var due = _store.OfParent(ObjectKind.Event, Waiting, NextPath, now, 500);
        foreach (var some in due.Chunk(AtOnce))
            await Task.WhenAll(some.Select(SendAsync));
        if (due.Count > 0)
            return TimeSpan.Zero;
        return _store.LeastOfParent(ObjectKind.Event, Waiting, NextPath) is { } next
            ? TimeSpan.FromSeconds(Math.Max(1, next - now))
            : Timeout.InfiniteTimeSpan;
    }

    private async Task SendAsync(JsonObject stripeEvent)
    {
        var id = stripeEvent["id"]!.GetValue<string>();
        var now = _time.GetUtcNow();
        var done = (stripeEvent[ObjectStore.Private]!["done"] as JsonArray ?? []).Select(e => e!.GetValue<string>()).ToList();
        var waiting = Targets(stripeEvent).Where(target => !done.Contains(target.Id, StringComparer.Ordinal)).ToList();
        var answers = await Task.WhenAll(waiting.Select(target => TryAsync(stripeEvent, target.Address, target.Secret, now)));
        done.AddRange(waiting.Zip(answers).Where(sent => sent.Second).Select(sent => sent.First.Id));
        if (answers.All(taken => taken))
        {
            _store.Move(ObjectKind.Event, id, Delivered);
            return;
        }

        if (now.ToUnixTimeSeconds() - stripeEvent["created"]!.GetValue<long>() > GiveUpAfter.TotalSeconds)
        {
            _store.Move(ObjectKind.Event, id, GivenUp);
            return;
        }

        _store.Update(ObjectKind.Event, id, e =>
        {
            var own = e[ObjectStore.Private]!;
            var tries = own["tries"]!.GetValue<int>() + 1;
            var wait = Math.Min(LongestRetry.TotalSeconds, FirstRetry.TotalSeconds * Math.Pow(2, Math.Min(tries - 1, 20)));
            own["tries"] = tries;
            own["done"] = new JsonArray([.. done.Select(id => (JsonNode)id)]);
            own["next"] = now.ToUnixTimeSeconds() + (long)wait;
        });
    }

    private IEnumerable<(string Id, Uri Address, string Secret)> Targets(JsonObject stripeEvent) =>
    [
        ("portal", _options.WebhookAddress!, stripeEvent["account"] is null ? Sandbox.WebhookSecret : Sandbox.ConnectWebhookSecret),
        .. WebhookEndpoints.For(_store, stripeEvent),
    ];

    private async Task<bool> TryAsync(JsonObject stripeEvent, Uri address, string secret, DateTimeOffset now)
    {
        var shown = stripeEvent.DeepClone();
        ApiPipeline.WithoutPrivate(shown);
        var body = shown.ToJsonString();
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
        content.Headers.Add("Stripe-Signature", Sign(body, secret, now));
        try
        {
            using var answer = await _http.PostAsync(address, content, _stop.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception)
        {
            // Whatever an endpoint's address does, the others get their events. Stopping cuts connections off; the event still waits then.
            _stop.Token.ThrowIfCancellationRequested();
            return false;
        }
    }
}
