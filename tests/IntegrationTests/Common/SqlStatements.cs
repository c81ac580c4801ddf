using System.Diagnostics;

namespace CleanIssuing.IntegrationTests.Common;

internal static class SqlStatements
{
    /// <summary>The SQL statements of one request, whatever the workers do meanwhile, and its answer.</summary>
    public static async Task<(IReadOnlyList<string> Statements, HttpResponseMessage Answer)> SendCountedAsync(
        this PortalFixture portal, HttpUser person, HttpRequestMessage request)
    {
        var trace = ActivityTraceId.CreateRandom();
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        var statements = portal.Logs.Watch(trace);
        var answer = await person.Http.SendAsync(request);
        return ([.. statements.Where(line => line.Contains("Executed DbCommand"))], answer);
    }
}
