using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Authorizations;

/// <summary>Somebody whose browser listens to the stream of purchases.</summary>
internal sealed class PurchaseListener : IDisposable
{
    private readonly HttpUser _person;
    private readonly HttpResponseMessage _answer;
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    private PurchaseListener(HttpUser person, HttpResponseMessage answer)
    {
        (_person, _answer) = (person, answer);
        _reading = ReadAsync();
    }

    /// <summary>Every purchase that was told so far.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>Somebody who has signed in and listens by now.</summary>
    public static async Task<PurchaseListener> OpenAsync(PortalFixture portal, string email)
    {
        var person = await portal.SignedInAsync(email);
        var answer = await person.Http.GetAsync("/purchases/live", HttpCompletionOption.ResponseHeadersRead);
        answer.IsSuccessStatusCode.ShouldBeTrue(answer.StatusCode.ToString());
        var listener = new PurchaseListener(person, answer);
        await listener._open.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return listener;
    }

    /// <summary>Waits for a purchase at this merchant.</summary>
    public async Task<string> UntilAsync(string merchant)
    {
        string? found = null;
        await PortalProcess.UntilAsync(() =>
        {
            found = Heard.FirstOrDefault(news => news.Contains(merchant, StringComparison.Ordinal));
            return Task.FromResult(found is not null);
        });
        return found!;
    }

    /// <summary>Waits for the portal to end the stream.</summary>
    public Task EndedAsync() => _reading.WaitAsync(TimeSpan.FromSeconds(30));

    public void Dispose()
    {
        _answer.Dispose();
        _person.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            await foreach (var item in SseParser.Create(await _answer.Content.ReadAsStreamAsync()).EnumerateAsync())
            {
                _open.TrySetResult();
                if (item.EventType == "purchase")
                    Heard.Enqueue(item.Data);
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The test has heard enough.
        }
    }
}
