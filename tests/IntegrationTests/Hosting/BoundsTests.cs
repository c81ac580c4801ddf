using System.Net;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.Hosting;

/// <summary>Nothing that people send, ask for or leave behind grows as they like.</summary>
public sealed class BoundsTests(BoundedPortal portal) : IClassFixture<BoundedPortal>
{
    [Theory]
    [InlineData("/events", "retry")]
    [InlineData("/cards/" + DemoSeed.JennyVirtual + "/cancel", "Reason")]
    public async Task What_is_too_long_is_refused_before_anything_is_written(string path, string field)
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var before = portal.Text("SELECT COUNT(*) FROM AuditEntries");

        using var tooLong = await PostAsync(jenny, path, field, new string('A', 10_000));
        using var tooLarge = await PostAsync(jenny, path, field, new string('A', 300_000));

        ((int)tooLong.StatusCode).ShouldBeInRange(400, 499);
        tooLarge.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        portal.Text("SELECT COUNT(*) FROM AuditEntries").ShouldBe(before);
    }

    [Theory]
    [InlineData("/ephemeral-keys")]
    [InlineData("/account-sessions")]
    [InlineData("/embedded-refresh")]
    public async Task What_scripts_send_is_small(string path)
    {
        using var admin = await portal.SignedInAsync("admin@demo.test");

        using var answer = await admin.PostAsync(path, "{\"account\":\"acct_" + new string('x', 20_000) + "\"}");

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public void The_database_itself_holds_to_the_lengths()
    {
        var failure = Should.Throw<Exception>(() => portal.Execute(
            $"UPDATE AuditEntries SET Subject = '{new string('x', 300)}' WHERE Id = (SELECT MIN(Id) FROM AuditEntries)"));

        failure.Message.ShouldContain("CK_AuditEntries_Subject_Length");
    }

    [Fact]
    public async Task Five_files_a_minute_are_exported_for_one_person()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        for (var i = 0; i < 5; i++)
            await lea.GetAsync("/cards/export.csv");

        using var refused = await lea.Http.GetAsync("/cards/export.csv");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task More_limits_than_anybody_types_are_refused_shortly()
    {
        using var admin = await portal.SignedInAsync("admin@demo.test");
        var rows = string.Concat(Enumerable.Repeat("&LimitAmount=1", 3000));
        using var content = new StringContent(
            "CategoriesMode=none&CountriesMode=none&Presence=any" + rows, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cards/{DemoSeed.JennyVirtual}/controls") { Content = content };
        request.Headers.Add("RequestVerificationToken", admin.Token);

        using var answer = await admin.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Length.ShouldBeLessThan(20_000);
    }

    [Fact]
    public async Task One_person_opens_only_so_many_pages_a_minute()
    {
        using var vera = await portal.SignedInAsync("vera@demo.test");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 45; i++)
        {
            using var answer = await vera.Http.GetAsync("/cards");
            answers.Add(answer.StatusCode);
        }

        answers[0].ShouldBe(HttpStatusCode.OK);
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Expired_rows_are_removed()
    {
        using var omar = await portal.SignedInAsync("omar@demo.test");
        using var frozen = await PostAsync(
            omar, $"/cards/{DemoSeed.OmarVirtual}?handler=Freeze", "RequestId", Guid.NewGuid().ToString());
        frozen.StatusCode.ShouldBe(HttpStatusCode.Found);
        portal.Text("SELECT COUNT(*) FROM StripeOperations WHERE EndedAt IS NOT NULL").ShouldNotBe("0");

        portal.Time.Advance(TimeSpan.FromDays(3));
        await portal.UntilAsync(() => portal.Text(
            $"SELECT COUNT(*) FROM AuditEntries WHERE Subject = '{DemoSeed.OmarVirtual}'") == "0");
        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM UserSessions") == "0");
        portal.Text("SELECT COUNT(*) FROM StripeOperations WHERE EndedAt IS NOT NULL").ShouldNotBe("0");

        portal.Time.Advance(TimeSpan.FromDays(31));
        await portal.UntilAsync(() =>
        {
            // The worker may have been at work when the clock jumped.
            portal.Time.Advance(TimeSpan.FromHours(1));
            return portal.Text("SELECT COUNT(*) FROM StripeOperations WHERE EndedAt IS NOT NULL") == "0";
        });
    }

    private static Task<HttpResponseMessage> PostAsync(HttpUser person, string path, string field, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([new(field, value), new("__RequestVerificationToken", person.Token)]),
        };
        // What is too large is refused before it is sent, not while the pipe breaks.
        request.Headers.ExpectContinue = value.Length > 100_000;
        return person.Http.SendAsync(request);
    }
}
