using System.Text.Json.Nodes;

namespace CleanIssuing.Benchmarks;

/// <summary>Stands for a Stripe that answers at once and does nothing.</summary>
internal sealed class InstantUpstream : IUpstream
{
    private readonly WebApplication _app;

    private InstantUpstream(WebApplication app) => _app = app;

    public Uri Origin => _app.Origin();

    public string SecretKey => "sk_test_cleanissuing_benchmark";

    public string PublishableKey => "pk_test_cleanissuing_benchmark";

    public string Account => "acct_1Benchmark";

    public string Cardholder => "ich_1Benchmark";

    public string Card => "ic_1Benchmark";

    public static async Task<IUpstream> StartAsync()
    {
        var app = Servers.Create();
        var upstream = new InstantUpstream(app);
        var key = new JsonObject
        {
            ["id"] = "ephkey_1",
            ["object"] = "ephemeral_key",
            ["created"] = 1,
            ["expires"] = 4_000_000_000,
            ["livemode"] = false,
            ["secret"] = "ek_test_" + new string('x', 64),
        }.ToJsonString();
        app.MapPost("/v1/ephemeral_keys", async context =>
        {
            await context.Request.ReadFormAsync();
            await Answer(context, key);
        });
        app.MapGet("/v1/account",
            context => Answer(context, """{"id":"acct_1Benchmark","object":"account","business_profile":{"name":"Benchmark"} }"""));
        app.MapGet("/v1/accounts", context => Answer(context, List("")));
        app.MapGet("/v1/issuing/cardholders", context => Answer(context, List(upstream.Holder)));
        app.MapGet("/v1/issuing/cards", context => Answer(context, List(
            $$"""
            {"id":"{{upstream.Card}}","object":"issuing.card","brand":"Visa","cardholder":{{upstream.Holder}},"created":1,"currency":"usd",
            "exp_month":12,
             "exp_year":2040,"last4":"4242","livemode":false,"status":"active","type":"virtual","metadata":{} }
            """)));
        await app.StartAsync();
        return upstream;
    }

    public Task<string[]> NoncesAsync(int count) =>
        Task.FromResult(Enumerable.Range(0, count).Select(i => $"ephkn_{i:00000000}").ToArray());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Holder =>
        $$"""
        {"id":"{{Cardholder}}","object":"issuing.cardholder","created":1,"name":"Bench Mark","status":"active","type":"individual",
        "metadata":{} }
        """;

    private static string List(string item) => $$"""{"object":"list","data":[{{item}}],"has_more":false,"url":"/" }""";

    private static Task Answer(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers["Request-Id"] = "req_benchmark";
        return context.Response.WriteAsync(json);
    }
}
