using CleanIssuing.Application.Common;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.UnitTests.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CleanIssuing.UnitTests.SpendControls;

public class RunBulkEditsTests
{
    private static readonly AccountId First = AccountId.Parse("acct_1");
    private static readonly AccountId Second = AccountId.Parse("acct_2");

    private readonly Edits _edits = new();
    private readonly Sender _sender = new();

    [Fact]
    public async Task A_failure_nobody_expected_ends_its_card_and_is_told()
    {
        _edits.Add(First, 0, "ic_1", "ic_2");
        _sender.Answers["ic_1"] = _ => throw new InvalidOperationException("Nobody expected this.");

        await RunAsync();

        _edits.Outcomes.ShouldBe([("ic_1", BulkOutcome.Failed, "bulk.failed"), ("ic_2", BulkOutcome.Unchanged, null)]);
    }

    [Fact]
    public async Task The_edit_that_was_started_first_comes_first()
    {
        _edits.Add(First, 2, "ic_late");
        _edits.Add(First, 1, "ic_early");

        await RunAsync();

        _edits.Outcomes.Select(o => o.Card).ShouldBe(["ic_early", "ic_late"]);
    }

    [Fact]
    public async Task A_card_with_another_change_under_way_does_not_hold_up_the_others()
    {
        _edits.Add(First, 0, "ic_busy", "ic_free");
        _sender.Answers["ic_busy"] = attempt =>
            attempt == 1 ? throw new ConflictException(RefusalReason.OperationInProgress) : Task.CompletedTask;

        await RunAsync();

        _edits.Outcomes.Select(o => o.Card).ShouldBe(["ic_free", "ic_busy"]);
    }

    [Fact]
    public async Task Accounts_are_worked_on_beside_one_another()
    {
        _edits.Add(First, 0, "ic_1");
        _edits.Add(Second, 1, "ic_2");
        var other = new TaskCompletionSource();
        // The first account's card ends only once the second's has been reached.
        _sender.Answers["ic_1"] = _ => other.Task;
        _sender.Answers["ic_2"] = _ =>
        {
            other.SetResult();
            return Task.CompletedTask;
        };

        await RunAsync().WaitAsync(TimeSpan.FromSeconds(30));

        _edits.Outcomes.Count.ShouldBe(2);
    }

    private Task RunAsync()
    {
        var services = new ServiceCollection().AddSingleton<IBulkEditStore>(_edits)
            .AddTransient(_ => new BulkCardChanger(_sender, null!, _edits)).BuildServiceProvider();
        return new RunBulkEditsHandler(
            services.GetRequiredService<IServiceScopeFactory>(), NullLogger<RunBulkEditsHandler>.Instance)
            .Handle(new RunBulkEdits(), CancellationToken.None);
    }

    private sealed class Sender : IImpersonatingSender
    {
        private readonly Dictionary<string, int> _attempts = [];

        public Dictionary<string, Func<int, Task>> Answers { get; } = [];

        public async Task<T> SendAsync<T>(IRequest<T> request, Actor person, CancellationToken cancellationToken)
        {
            var card = ((UpdateSpendControls)(object)request).CardId.Value;
            int attempt;
            lock (_attempts)
                attempt = _attempts[card] = _attempts.GetValueOrDefault(card) + 1;
            if (Answers.TryGetValue(card, out var answer))
                await answer(attempt);
            return (T)(object)new SpendControlsUpdated(SpendingControls.None, SpendingControls.None, default, [], null, []);
        }
    }

    private sealed class Edits : IBulkEditStore
    {
        private readonly List<(BulkEdit Edit, CardId Card)> _waiting = [];

        public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();

        public List<(string Card, BulkOutcome Outcome, string? Detail)> Outcomes { get; } = [];

        public void Add(AccountId account, int minute, params string[] cards)
        {
            var edit = new BulkEdit(
                Guid.NewGuid(), account, "ada", "Ada", null, TestData.Now.AddMinutes(minute), new SpendControlsInput(), null);
            _waiting.AddRange(cards.Select(c => (edit, CardId.Parse(c))));
        }

        public Task<IReadOnlyList<BulkEditSummary>> ListAsync(
            IReadOnlyList<AccountId> accounts, bool runningOnly, Guid? before, int take, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<int> CountAsync(IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<AccountId>> ListWaitingAccountsAsync(CancellationToken cancellationToken)
        {
            lock (_waiting)
                return Task.FromResult<IReadOnlyList<AccountId>>([.. _waiting.Select(w => w.Edit.AccountId).Distinct()]);
        }

        public Task<(BulkEdit Edit, CardId Card)?> GetNextAsync(
            AccountId account, IReadOnlyCollection<CardId> skipped, CancellationToken cancellationToken)
        {
            lock (_waiting)
            {
                var next = _waiting.Where(w => w.Edit.AccountId == account && !skipped.Contains(w.Card))
                    .OrderBy(w => w.Edit.StartedAt).Select(w => ((BulkEdit, CardId)?)w).FirstOrDefault();
                return Task.FromResult(next);
            }
        }

        public Task<BulkUndo?> FindUndoAsync(Guid id, CardId card, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task SetResultAsync(Guid id, CardId card, BulkCardResult result, CancellationToken cancellationToken)
        {
            lock (_waiting)
            {
                _waiting.RemoveAll(w => w.Edit.Id == id && w.Card == card);
                Outcomes.Add((card.Value, result.Outcome, result.Details.Count == 0 ? null : result.Details[0].Code));
            }

            return Task.CompletedTask;
        }

        public Task StartAsync(BulkEdit edit, IReadOnlyList<CardId> cards, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<BulkEditProgress?> FindAsync(Guid id, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
