using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Benchmarks;

/// <summary>The backtest against a plain pass over the same arrays that only sums the amounts; both in one run.</summary>
[MemoryDiagnoser]
public class Backtest
{
    private static readonly DateOnly First = new(2025, 11, 24);
    private PurchaseHistory _history = null!;
    private SpendingControls _controls = null!;

    public static int RunAll()
    {
        // In this process, for there is nothing else in it; the ratio is what counts.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithOptions(ConfigOptions.DisableLogFile);
        BenchmarkRunner.Run<Backtest>(config);
        return 0;
    }

    /// <summary>How many purchases, of a hundred cards.</summary>
    [Params(100_000, 1_000_000)]
    public int Purchases { get; set; }

    /// <summary>How many rules: a limit of its own for each of so many categories, and as many blocked.</summary>
    [Params(1, 10, 100)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        const int cards = 100;
        var random = new Random(1);
        var kinds = MerchantCategories.All.Take(200)
            .SelectMany(c => new[] { "US", "FR", "DE" }.Select(country => new PurchaseKind(c.Code, country, "not_present"))).ToArray();
        _history = new PurchaseHistory(Currency.Usd, Purchases);
        for (var card = 0; card < cards; card++)
        {
            _history.NextCard();
            var each = Purchases / cards;
            for (var i = 0; i < each; i++)
                _history.Add(
                    new Money(random.Next(100, 20_000), Currency.Usd), First.AddDays((int)(365L * i / each)),
                    kinds[random.Next(kinds.Length)]);
        }

        var categories = MerchantCategories.All.Select(c => c.Code).ToArray();
        _controls = SpendingControls.Create(
            Restriction.Block(categories.Skip(190).Take(Rules)),
            limits:
            [
                new(Usd(Purchases / cards / 365L * 9_000), LimitInterval.Daily), new(Usd(19_000), LimitInterval.PerAuthorization),
                .. categories.Take(Rules).Select(c => new SpendingLimit(Usd(Purchases / cards * 200L), LimitInterval.Monthly, [c])),
            ]);
    }

    [Benchmark(Baseline = true)]
    public long Sum()
    {
        long sum = 0;
        foreach (var amount in _history.Amounts)
            sum += amount;
        return sum;
    }

    [Benchmark]
    public int Run()
    {
        var backtest = new SpendingControlsBacktest(_history, First, First.AddDays(364));
        var evaluator = new SpendingControlsEvaluator(_controls, Currency.Usd, _history.Kinds);
        for (var card = 0; card < _history.Cards; card++)
            backtest.Run(card, evaluator);
        return backtest.Result().Declined.Count;
    }

    private static Money Usd(long minor) => new(minor, Currency.Usd);
}
