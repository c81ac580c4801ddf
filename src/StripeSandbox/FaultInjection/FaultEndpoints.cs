using System.Globalization;
using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api;
using CleanIssuing.StripeSandbox.Api.Resources;
using CleanIssuing.StripeSandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CleanIssuing.StripeSandbox.FaultInjection;

/// <summary>
/// What Stripe does not have: fault injection, and the settings that only Stripe Support can change. Called with the secret key and
/// form fields.
/// </summary>
internal static class FaultEndpoints
{
    public static void MapFaultInjection(this IEndpointRouteBuilder app, ObjectStore store, Faults faults)
    {
        app.MapGet("/sandbox/faults", context => AnswerAsync(context, _ => List(faults)));
        app.MapPost("/sandbox/faults", context => AnswerAsync(context, form =>
        {
            faults.Add(Fault(form));
            return List(faults);
        }));
        app.MapDelete("/sandbox/faults", context => AnswerAsync(context, _ =>
        {
            faults.Clear();
            return List(faults);
        }));
        app.MapPost("/sandbox/accounts/{id}", context => AnswerAsync(context, form =>
        {
            var id = (string)context.Request.RouteValues["id"]!;
            if (form["balance"] is [{ Length: > 0 } amount])
            {
                if (form["currency"] is not [{ Length: 3 } currency] || !long.TryParse(amount, CultureInfo.InvariantCulture, out var minor))
                    throw StripeApiException.Invalid(
                        "balance must be an amount in the minor unit, with its currency.", parameter: "balance");
                currency = currency.ToLowerInvariant();
                Balances.Set(store, id, currency, minor);
                return new JsonObject { ["id"] = id, ["balance"] = minor, ["currency"] = currency };
            }

            var allowed = bool.TryParse(form["allow_retrieve_physical_card_details"], out var value)
                ? value
                : throw StripeApiException.Invalid("allow_retrieve_physical_card_details must be true or false.",
                    parameter: "allow_retrieve_physical_card_details");
            AllowPhysicalCardDetails(store, id, allowed);
            return new JsonObject { ["id"] = id, ["allow_retrieve_physical_card_details"] = allowed };
        }));
    }

    public static void AllowPhysicalCardDetails(ObjectStore store, string account, bool allowed)
    {
        if (store.Update(ObjectKind.Account, account, o => o[ObjectStore.Private]!["allow_retrieve_physical_card_details"] = allowed)
            is null)
            throw StripeApiException.Missing("account", account);
    }

    private static Fault Fault(IFormCollection form)
    {
        if (!Enum.TryParse<FaultKind>(form["kind"], ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            throw StripeApiException.Invalid("kind must be one of " + string.Join(", ", Enum.GetNames<FaultKind>())
                + ".", parameter: "kind");
        if (form["path"] is not [{ } path] || !path.StartsWith("/v1/", StringComparison.Ordinal))
            throw StripeApiException.Invalid("path must be the start of an address of the API, such as /v1/ephemeral_keys.",
                parameter: "path");
        return new Fault(
            kind, path, Number(form, "times", int.MaxValue), TimeSpan.FromMilliseconds(Number(form, "delay_ms", 1000)),
            form["method"] is [{ Length: > 0 } method] ? method.ToUpperInvariant() : null);
    }

    private static int Number(IFormCollection form, string name, int otherwise) =>
        form[name].Count == 0 ? otherwise
        : int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw StripeApiException.Invalid(name + " must be a whole number above zero.", parameter: name);

    private static JsonObject List(Faults faults) => new()
    {
        ["data"] = new JsonArray([.. faults.All.Select(f => new JsonObject
        {
            ["kind"] = f.Kind.ToString(), ["path"] = f.Path, ["times"] = f.Times, ["delay_ms"] = f.Delay.TotalMilliseconds,
        })]),
    };

    private static Task AnswerAsync(HttpContext context, Func<IFormCollection, JsonObject> handle) =>
        StripeAnswer.WriteAsync(context, async () =>
        {
            ApiPipeline.Authenticate(context);
            return handle(context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted)
                : FormCollection.Empty);
        });
}
