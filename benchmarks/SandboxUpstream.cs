using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.Benchmarks;

/// <summary>The sandbox, which does what Stripe does: checks, single-use nonces, idempotency, all of it on disk.</summary>
internal sealed class SandboxUpstream : IUpstream
{
    private readonly Sandbox _sandbox;
    private readonly HttpClient _http;

    private SandboxUpstream(Sandbox sandbox)
    {
        _sandbox = sandbox;
        _http = new HttpClient { BaseAddress = sandbox.Origin };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", PublishableKey);
    }

    public Uri Origin => _sandbox.Origin;

    public string SecretKey => "sk_test_benchmark_upstream";

    public string PublishableKey => "pk_test_benchmark_upstream";

    public string Account => DemoSeed.Platform;

    public string Cardholder => DemoSeed.Jenny;

    public string Card => DemoSeed.JennyVirtual;

    public static async Task<IUpstream> StartAsync(string folder) => new SandboxUpstream(await Sandbox.StartAsync(
        new SandboxOptions
        {
            Url = new Uri("http://127.0.0.1:0"),
            DatabasePath = Path.Combine(folder, "sandbox.db"),
            SecretKey = "sk_test_benchmark_upstream",
            PublishableKey = "pk_test_benchmark_upstream"
        }, TimeProvider.System));

    public async Task<string[]> NoncesAsync(int count)
    {
        var nonces = new string[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancellationToken) =>
        {
            using var body = new StringContent(new JsonObject { ["issuing_card"] = Card }.ToJsonString());
            using var response = await _http.PostAsync(new Uri("/browser/nonces", UriKind.Relative), body, cancellationToken);
            response.EnsureSuccessStatusCode();
            nonces[i] = (await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["nonce"]!.GetValue<string>();
        });
        return nonces;
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _sandbox.DisposeAsync();
    }
}
