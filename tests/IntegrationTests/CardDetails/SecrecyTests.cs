using System.Net;
using System.Text;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Data.Sqlite;

namespace CleanIssuing.IntegrationTests.CardDetails;

/// <summary>Secrets reach neither a log, at any level, nor our database, whatever happens.</summary>
public sealed class SecrecyTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Nothing_secret_is_logged_or_stored()
    {
        using var everything = portal.Logs.KeepEverything();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var card = DemoSeed.JennyVirtual;
        var good = await portal.NonceAsync(card);
        using var given = await jenny.AskKeyAsync(card, good);
        var secret = (await given.JsonAsync())["ephemeralKeySecret"]!.GetValue<string>();
        using var twice = await jenny.AskKeyAsync(card, good);
        twice.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var nonces = new List<string> { good };
        foreach (var kind in new[] { FaultKind.ServerError, FaultKind.TimeOut, FaultKind.RateLimit })
        {
            portal.Sandbox.Faults.Add(new Fault(kind, "/v1/ephemeral_keys", Times: 1));
            nonces.Add(await portal.NonceAsync(card));
            using var failed = await jenny.AskKeyAsync(card, nonces[^1]);
            failed.IsSuccessStatusCode.ShouldBeFalse();
        }

        using var bad = await jenny.PostAsync("/ephemeral-keys", "{ \"nonce\": \"" + nonces[^1] + "\", \"card_id\": ");
        bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await jenny.GetAsync("/cards/" + card);

        var numbers = CardNumbers.For(card);
        string[] secrets =
        [
            .. nonces, secret, Sandbox.SecretKey, numbers.Number, WebUi.Hosting.DemoPeople.Password,
            string.Join(' ', numbers.Number.Chunk(4).Select(group => new string(group))),
        ];
        var logs = string.Join('\n', portal.Logs.Lines);
        var database = Database();
        portal.Logs.Lines.ShouldContain(line => line.StartsWith("Trace"), "the test must see what is logged");
        database.ShouldContain(card, Case.Sensitive, "the test must see what is stored");
        foreach (var each in secrets)
        {
            logs.ShouldNotContain(each);
            database.ShouldNotContain(each);
        }
    }

    private string Database()
    {
        SqliteConnection.ClearAllPools();
        return string.Concat(new[] { "", "-wal" }.Select(suffix => portal.DatabasePath + suffix).Where(File.Exists).Select(path =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file, Encoding.Latin1);
            return reader.ReadToEnd();
        }));
    }
}
