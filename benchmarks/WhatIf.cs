using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Benchmarks;

/// <summary>The what-if against a plain pass over the same arrays that only sums the amounts; both in one run.</summary>
[MemoryDiagnoser]
public class WhatIf
{
    private static readonly DateOnly First = new(2025, 11, 24);
    private PurchaseHistory _history = null!;
    private SpendingControls _controls = null!;

    /// <summary>Runs it.</summary>
    public static int Run()
    {
        // In this process, for there is nothing else in it; the ratio is what counts.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.DisableLogFile);
        BenchmarkRunner.Run<WhatIf>(config);
        return 0;
    }

    /// <summary>How many purchases, of a hundred cards.</summary>
    [Params(100_000, 1_000_000)]
    public int Purchases { get; set; }

    /// <summary>How many rules: a limit of its own for each of so many categories, and as many blocked.</summary>
    [Params(1, 10, 100)]
    public int Rules { get; set; }

    /// <summary>Makes the history.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        const int cards = 100;
        var random = new Random(1);
        var kinds = MerchantCategories.All.Take(200).SelectMany(c => new[] { "US", "FR", "DE" }.Select(country => new PurchaseKind(c.Code, country, "not_present"))).ToArray();
        _history = new PurchaseHistory(Purchases);
        for (var card = 0; card < cards; card++)
        {
            _history.NextCard();
            var each = Purchases / cards;
            for (var i = 0; i < each; i++)
                _history.Add(random.Next(100, 20_000), First.AddDays((int)(365L * i / each)), kinds[random.Next(kinds.Length)]);
        }

        var categories = MerchantCategories.All.Select(c => c.Code).ToArray();
        _controls = SpendingControls.Create(
            Restriction.Block(categories.Skip(190).Take(Rules)),
            limits:
            [
                new(Purchases / cards / 365L * 9_000, LimitInterval.Daily), new(19_000, LimitInterval.PerAuthorization),
                .. categories.Take(Rules).Select(c => new SpendingLimit(Purchases / cards * 200L, LimitInterval.Monthly, [c])),
            ]);
    }

    /// <summary>Only adds the amounts up.</summary>
    [Benchmark(Baseline = true)]
    public long Sum()
    {
        long sum = 0;
        foreach (var amount in _history.Amounts)
            sum += amount;
        return sum;
    }

    /// <summary>The what-if.</summary>
    [Benchmark]
    public int Replay()
    {
        var replay = new ControlReplay(_history, First, First.AddDays(364));
        var ledger = new ControlLedger(_controls, _history.Kinds);
        for (var card = 0; card < _history.Cards; card++)
            replay.Run(card, ledger);
        return replay.Result().Declined;
    }
}
