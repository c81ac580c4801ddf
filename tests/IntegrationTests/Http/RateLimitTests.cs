using System.Net;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.Http;

public sealed class RateLimitTests(LimitedPortal portal) : IClassFixture<LimitedPortal>
{
    [Fact]
    public async Task Thirty_of_a_hundred_rapid_calls_are_accepted_and_the_others_learn_when_to_retry()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => jenny.AskKeyAsync(DemoSeed.JennyVirtual, "ephkn_1whatever")));

        answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(70);
        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        (await refused.ProblemAsync(429)).ShouldBe("rate_limited");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);

        using var omar = await portal.SignedInAsync("omar@demo.test");
        using var other = await omar.AskKeyAsync(DemoSeed.OmarVirtual, await portal.NonceAsync(DemoSeed.OmarVirtual));
        other.StatusCode.ShouldBe(HttpStatusCode.OK, "one person's limit is not another's");
    }

    [Fact]
    public async Task Counting_all_purchases_is_limited_as_exports_are_however_it_is_asked_for()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        var answers = new List<HttpStatusCode>();
        foreach (var count in Enumerable.Repeat("count=all&count=x", 6).Append("count=ALL").Append("count=x&count=all"))
        {
            using var answer = await lea.Http.GetAsync("/purchases?" + count);
            answers.Add(answer.StatusCode);
        }

        answers.Take(5).ShouldAllBe(status => status == HttpStatusCode.OK);
        answers.Skip(5).ShouldAllBe(status => status == HttpStatusCode.TooManyRequests);
        await lea.GetAsync("/purchases");
        await lea.GetAsync("/cards?count=all");
        // The files are counted for themselves.
        await lea.GetAsync("/purchases/export.csv");
    }
}
