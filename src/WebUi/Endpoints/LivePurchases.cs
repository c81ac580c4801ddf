using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>
/// Tells a browser of purchases as they happen, as server-sent events. Before each message, session and rights are looked up anew; the
/// stream ends with its session.
/// </summary>
internal sealed class LivePurchases(
    IPurchaseFeed feed, IServiceScopeFactory scopes, PurchaseNewsText text, IHostApplicationLifetime lifetime)
{
    // What lies between takes a connection for dead that is silent for a minute; and the session may end meanwhile. It is real time.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    public IResult Open(HttpContext context) => TypedResults.ServerSentEvents(ListAsync(context.User, context.RequestAborted));

    private async IAsyncEnumerable<SseItem<News>> ListAsync(
        ClaimsPrincipal person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        using var purchases = feed.Subscribe();
        // Cards that were just seen to be none of the person's business are not looked up again for each of their purchases.
        var foreign = new HashSet<CardId>();
        var beat = Stopwatch.GetTimestamp();
        yield return new SseItem<News>(News.None with { Sequence = feed.Sequence }, "listening");
        while (await NextAsync(purchases, beat, ending.Token) is { IsEnding: false } next)
        {
            if (next.Moved is { } moved && !foreign.Contains(moved.CardId))
            {
                var (isAlive, row) = await FindAsync(person, moved, ending.Token);
                if (!isAlive)
                    yield break;
                if (row is null)
                    foreign.Add(moved.CardId);
                else
                    yield return new SseItem<News>(new News(row.Card.Id.Value, text.Of(row)), "purchase");
            }

            if (purchases.TakeMissed())
                yield return new SseItem<News>(News.None, "purchase");
            if (Stopwatch.GetElapsedTime(beat) < Heartbeat)
                continue;
            beat = Stopwatch.GetTimestamp();
            foreign.Clear();
            if (!(await FindAsync(person, null, ending.Token)).IsAlive)
                yield break;
            yield return new SseItem<News>(News.None, "quiet");
        }
    }

    private static async Task<(bool IsEnding, PurchaseMoved? Moved)> NextAsync(
        IPurchaseSubscription purchases, long beat, CancellationToken ending)
    {
        var left = Heartbeat - Stopwatch.GetElapsedTime(beat);
        try
        {
            return (false, left <= TimeSpan.Zero ? null : await purchases.NextAsync(left, ending));
        }
        catch (OperationCanceledException)
        {
            return (true, null);
        }
    }

    /// <returns>Whether the session still counts, and the purchase where the person may see it.</returns>
    private async Task<(bool IsAlive, PurchaseRow? Row)> FindAsync(
        ClaimsPrincipal person, PurchaseMoved? purchase, CancellationToken cancellationToken)
    {
        try
        {
            // What one scope has read of a person holds for as long as it: each message has its own.
            await using var scope = scopes.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<SessionEvents>().IsAliveAsync(person, cancellationToken))
                return (false, null);
            return purchase is { } moved
                ? (true, await scope.ServiceProvider.GetRequiredService<ISender>()
                    .Send(new GetPurchaseNews(moved.Id, moved.CardId), cancellationToken))
                : (true, null);
        }
        catch (ExpectedException)
        {
            return (true, null);
        }
        catch (OperationCanceledException)
        {
            return (false, null);
        }
    }

    /// <param name="Card">The card that the purchase was made with; empty where the page is only to look for itself.</param>
    private sealed record News(string Card, string Text, long Sequence = 0)
    {
        public static readonly News None = new("", "");
    }
}
