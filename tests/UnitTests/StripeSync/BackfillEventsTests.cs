using System.Runtime.CompilerServices;
using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.StripeSync.Backfill;
using CleanIssuing.Application.StripeSync.Webhooks;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.UnitTests.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CleanIssuing.UnitTests.StripeSync;

public class BackfillEventsTests
{
    private readonly FakeTimeProvider _time = new(TestData.Now);
    private readonly Ports _ports = new();

    [Fact]
    public async Task A_listing_that_fails_half_way_is_asked_for_again_from_where_it_began()
    {
        _ports.Cursor = TestData.Now.AddHours(-50);
        _ports.Listed.AddRange([Event("evt_new", -1), Event("evt_middle", -24), Event("evt_old", -48)]);
        _ports.FailsAfter = 1;
        await Should.ThrowAsync<StripeUnavailableException>(BackfillAsync);
        _ports.Inbox.Keys.ShouldBe(["evt_new"]);

        _ports.FailsAfter = int.MaxValue;
        await BackfillAsync();

        _ports.Inbox.Keys.Order().ShouldBe(["evt_middle", "evt_new", "evt_old"]);
    }

    [Fact]
    public async Task A_live_webhook_does_not_hide_what_was_missed_before_it()
    {
        _ports.Cursor = TestData.Now.AddHours(-50);
        var live = Event("evt_live", 0);
        _ports.Inbox.Add(live.Id, live);
        _ports.Listed.AddRange([live, Event("evt_missed", -48)]);

        await BackfillAsync();

        _ports.Inbox.ShouldContainKey("evt_missed");
    }

    [Fact]
    public async Task After_a_complete_listing_only_what_is_later_is_asked_for_with_a_margin()
    {
        _ports.Cursor = TestData.Now.AddHours(-50);
        _ports.Listed.AddRange([Event("evt_new", -1), Event("evt_old", -48)]);

        await BackfillAsync();
        await BackfillAsync();

        _ports.Asked.ShouldBe([TestData.Now.AddHours(-51), TestData.Now.AddHours(-2)]);
    }

    [Fact]
    public async Task Without_a_cursor_all_that_Stripe_keeps_is_asked_for()
    {
        await BackfillAsync();

        _ports.Asked.ShouldBe([TestData.Now.AddDays(-30)]);
        _ports.Cursor.ShouldNotBeNull();
    }

    private Task BackfillAsync() => new BackfillEventsHandler(
        _ports, _ports, _ports, _ports, _ports, _time, NullLogger<BackfillEventsHandler>.Instance)
        .Handle(new BackfillEvents(), CancellationToken.None);

    private static WebhookEvent Event(string id, int hours) => new()
    {
        Id = id,
        Type = "issuing_card.updated",
        CreatedAt = TestData.Now.AddHours(hours),
        ReceivedAt = TestData.Now,
        DueAt = TestData.Now,
        Payload = "{}",
    };

    private sealed class Ports : IAccountReader, IWebhookInbox, IBackfillCursorStore, IStripeEventLog, IInboxSignal
    {
        public DateTimeOffset? Cursor { get; set; }

        public Dictionary<string, WebhookEvent> Inbox { get; } = [];

        /// <summary>The latest first, as Stripe lists them.</summary>
        public List<WebhookEvent> Listed { get; } = [];

        public int FailsAfter { get; set; } = int.MaxValue;

        public List<DateTimeOffset> Asked { get; } = [];

        public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Account>>([TestData.Account()]);

        public Task<bool> EnqueueAsync(WebhookEvent received, CancellationToken cancellationToken) =>
            Task.FromResult(Inbox.TryAdd(received.Id, received));

        public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<DateTimeOffset?> GetAsync(AccountId account, CancellationToken cancellationToken) => Task.FromResult(Cursor);

        public Task StartAsync(AccountId account, DateTimeOffset at, CancellationToken cancellationToken)
        {
            Cursor ??= at;
            return Task.CompletedTask;
        }

        public Task MoveAsync(AccountId account, DateTimeOffset to, CancellationToken cancellationToken)
        {
            Cursor = Cursor > to ? Cursor : to;
            return Task.CompletedTask;
        }

        public async IAsyncEnumerable<WebhookEvent> ListSinceAsync(
            AccountId? onBehalfOf, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            Asked.Add(since);
            var count = 0;
            foreach (var listed in Listed.Where(e => e.CreatedAt >= since))
            {
                if (count++ == FailsAfter)
                    throw new StripeUnavailableException(RefusalReason.StripeFailed);
                yield return listed;
            }
        }

        public void Wake()
        {
        }

        public Task<Account?> FindAsync(AccountId id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Account?> FindPlatformAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<Account>> GetByIdsAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<WebhookEvent>> DequeueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> MarkProcessedAsync(string id, WebhookEventState state, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task MarkFailedAsync(
            string id, string failure, WebhookEventState state, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<WebhookEvent>> ListDeadLettersAsync(int take, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> AwaitAccountAsync(WebhookEvent received, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> ReleaseAsync(AccountId account, DateTimeOffset now, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> RetryAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
