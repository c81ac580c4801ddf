using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Resources;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.Inspection;
using CleanIssuing.StripeSandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>What every call of the API passes through: faults, authentication, account, parameters, idempotency.</summary>
internal static class ApiPipeline
{
    private static readonly ApiEndpoint[] Endpoints =
        [
            .. Accounts.Endpoints, .. Cardholders.Endpoints, .. Cards.Endpoints, .. EphemeralKeys.Endpoints,
            .. Authorizations.Endpoints, .. TestAuthorizations.Endpoints, .. TestTransactions.Endpoints, .. TestShipping.Endpoints,
            .. Events.Endpoints, .. AccountSessions.Endpoints, .. WebhookEndpoints.Endpoints,
            .. Balances.Endpoints, .. Disputes.Endpoints, .. Tokens.Endpoints,
        ];

    /// <summary>Each method and address: <c>GET /v1/issuing/cards/{id}</c>.</summary>
    public static IEnumerable<string> Routes => Endpoints.Select(endpoint => $"{endpoint.Method} {endpoint.Path}");

    public static void MapStripeApi(
        this IEndpointRouteBuilder app, ObjectStore store, Faults faults, Webhooks webhooks, RequestLog requests, TimeProvider time)
    {
        var keys = new KeysInUse();
        foreach (var endpoint in Endpoints)
        {
            Func<HttpContext, Task<JsonNode>> handle = async context =>
            {
                var answer = await HandleAsync(context, endpoint, store, requests, time);
                if (endpoint.Method == HttpMethods.Post)
                    webhooks.Wake();
                return answer;
            };
            app.MapMethods(endpoint.Path, [endpoint.Method], context => AnswerAsync(context, store, faults, keys, time, handle));
        }

        app.Map("/v1/{**rest}", context => AnswerAsync(context, store, faults, keys, time, Unrecognized));
    }

    private static Task<JsonNode> Unrecognized(HttpContext context) => throw StripeApiException.Invalid(
        $"Unrecognized request URL ({context.Request.Method}: {context.Request.Path}).", status: 404);

    private static Task AnswerAsync(
        HttpContext context, ObjectStore store, Faults faults, KeysInUse keys, TimeProvider time,
        Func<HttpContext, Task<JsonNode>> handle)
    {
        context.Response.Headers["Request-Id"] = StripeIds.New("req_", 14);
        context.Response.Headers["Stripe-Version"] = context.Request.Headers["Stripe-Version"] is [{ Length: > 0 } asked]
            && ApiVersions.IsKnown(asked) ? asked : ApiVersions.Latest;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return StripeAnswer.WriteAsync(context, async () =>
        {
            using var key = IdempotencyKeyOf(context) is { } sent
                ? keys.Take(context.Request.Headers["Stripe-Account"] + ":" + sent)
                : null;
            var fault = faults.Take(context.Request.Method, context.Request.Path);
            await FailBeforeAsync(context, fault, faults);
            var answer = await handle(context);
            if (fault?.Kind == FaultKind.ServerErrorAfter)
                KeepFailure(context, store);
            await FailAfterAsync(context, fault);
            WithoutPrivate(answer);
            return answer;
        });
    }

    private static StripeApiException Failure() => new(500, "api_error", "An unknown error occurred.");

    /// <summary>Once it has begun to work, Stripe gives the same answer to the same key, a failure of its own included.</summary>
    private static void KeepFailure(HttpContext context, ObjectStore store)
    {
        if (IdempotencyKeyOf(context) is { } key)
            store.Update(ObjectKind.IdempotentAnswer, AccountOf(context, store) + ":" + key, kept => kept["failed"] = true);
    }

    private static Task FailAfterAsync(HttpContext context, Fault? fault) => fault?.Kind switch
    {
        FaultKind.ServerErrorAfter => throw Failure(),
        FaultKind.TimeOutAfter => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted),
        _ => Task.CompletedTask,
    };

    private static async Task FailBeforeAsync(HttpContext context, Fault? fault, Faults faults)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Latency:
                await faults.WaitAsync(fault.Delay, context.RequestAborted);
                break;
            case FaultKind.TimeOut:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
                break;
            case FaultKind.RateLimit:
                throw new StripeApiException(429, "invalid_request_error", "Request rate limit exceeded.", "rate_limit");
            case FaultKind.Forbidden:
                throw new StripeApiException(403, "invalid_request_error", "The provided key does not have the required permissions.");
            case FaultKind.ServerError:
                throw Failure();
            case FaultKind.ElementsNotEnabledForConnect when context.Request.Headers.ContainsKey("Stripe-Account"):
                throw StripeApiException.Invalid(
                    "Your platform is not enabled to use Issuing Elements on behalf of connected accounts.", status: 403);
            case FaultKind.ComponentsNotEnabled:
                throw StripeApiException.Invalid("This account does not have access to the preview of the issuing components.",
                    status: 403);
            default:
                break;
        }
    }

    private static async Task<JsonNode> HandleAsync(
        HttpContext context, ApiEndpoint endpoint, ObjectStore store, RequestLog requests, TimeProvider time)
    {
        Authenticate(context);
        var account = AccountOf(context, store);
        var version = Version(context);
        var sent = await ParametersAsync(context);
        var call = new ApiCall(
            account, version, context.Request.RouteValues["id"] as string ?? "", endpoint.Read(sent), Options(context), store,
            time.GetUtcNow());
        requests.Add(endpoint.Method, endpoint.Path, context.Request.Headers.UserAgent.ToString(), call.Parameters);

        if (endpoint.Method != HttpMethods.Post)
            return Expansion.Apply(call, endpoint.Handle(call));
        if (IdempotencyKeyOf(context) is { } key)
            return OnlyOnce(context, call, key, sent, () => Expansion.Apply(call, endpoint.Handle(call)));

        JsonNode? answer = null;
        // What was changed, and the event that tells of it, are kept together.
        store.InTransaction(() => answer = Expansion.Apply(call, endpoint.Handle(call)));
        return answer!;
    }

    public static void Authenticate(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var key = header switch
        {
            "" => throw StripeApiException.Invalid(
                "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.",
                status: 401),
            _ when header.StartsWith("Bearer ", StringComparison.Ordinal) => header["Bearer ".Length..],
            _ when header.StartsWith("Basic ", StringComparison.Ordinal) => BasicUser(header["Basic ".Length..]),
            _ => "",
        };
        if (key != SecretKey(context))
            throw StripeApiException.Invalid($"Invalid API Key provided: {Masked(key)}", status: 401);
    }

    private static SandboxOptions Options(HttpContext context) => context.RequestServices.GetRequiredService<SandboxOptions>();

    private static string SecretKey(HttpContext context) => Options(context).SecretKey;

    private static string BasicUser(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0] : "";
    }

    private static string Masked(string key) => key.Length <= 8 ? "****" : key[..8] + "****";

    private static string AccountOf(HttpContext context, ObjectStore store)
    {
        var id = context.Request.Headers["Stripe-Account"].ToString();
        if (id.Length == 0)
            return DemoSeed.Platform;
        return store.Find(ObjectKind.Account, id) is not null
            ? id
            : throw StripeApiException.Invalid(
                $"The provided key '{Masked(SecretKey(context))}' does not have access to account '{id}' (or that account does not exist). "
                + "Application access may have been revoked.",
                "account_invalid", status: 403);
    }

    private static string? IdempotencyKeyOf(HttpContext context) =>
        context.Request.Headers["Idempotency-Key"] is [{ Length: > 0 } key] && HttpMethods.IsPost(context.Request.Method) ? key : null;

    private static string? Version(HttpContext context)
    {
        var version = context.Request.Headers["Stripe-Version"].ToString();
        if (version.Length == 0)
            return null;
        return ApiVersions.IsKnown(version) ? version : throw StripeApiException.Invalid($"Invalid Stripe API version: {version}");
    }

    private static async Task<JsonObject> ParametersAsync(HttpContext context)
    {
        var query = FormTree.Read(context.Request.QueryString.Value is { Length: > 1 } sent ? sent[1..] : "");
        if (!context.Request.HasFormContentType)
            return query;
        using var reader = new StreamReader(context.Request.Body);
        foreach (var (name, value) in FormTree.Read(await reader.ReadToEndAsync(context.RequestAborted)))
            query[name] = value?.DeepClone();
        return query;
    }

    /// <summary>https://docs.stripe.com/api/idempotent_requests</summary>
    private static JsonNode OnlyOnce(HttpContext context, ApiCall call, string key, JsonObject sent, Func<JsonNode> handle)
    {
        if (key.Length > 255)
            throw StripeApiException.Invalid("Idempotency keys are at most 255 characters.", parameter: "Idempotency-Key");

        var fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Path + sent.ToJsonString())));
        var id = call.Account + ":" + key;
        JsonNode? answer = null;
        call.Store.InTransaction(() =>
        {
            if (call.Store.Find(ObjectKind.IdempotentAnswer, id) is { } before)
            {
                if (before["fingerprint"]!.GetValue<string>() != fingerprint)
                    throw new StripeApiException(
                        400, "idempotency_error",
                        $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using "
                            + $"a key other than '{key}'.");
                context.Response.Headers["Idempotent-Replayed"] = "true";
                if (before["failed"] is not null)
                    throw Failure();
                answer = before["answer"]!.DeepClone();
                return;
            }

            answer = handle();
            call.Store.Add(ObjectKind.IdempotentAnswer, call.Account, id,
                new JsonObject { ["fingerprint"] = fingerprint, ["answer"] = answer.DeepClone() });
        });
        return answer!;
    }

    /// <summary>Takes out what never leaves.</summary>
    public static void WithoutPrivate(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                fields.Remove(ObjectStore.Private);
                foreach (var (_, value) in fields)
                    WithoutPrivate(value);
                break;
            case JsonArray items:
                foreach (var item in items)
                    WithoutPrivate(item);
                break;
            default:
                break;
        }
    }
}
