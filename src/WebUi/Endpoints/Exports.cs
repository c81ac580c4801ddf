using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Web;
using MediatR;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>Lists as files.</summary>
internal static class Exports
{
    private static readonly string[] CardColumns =
        ["card", "last4", "type", "status", "cancellation_reason", "cardholder", "cardholder_name", "account", "currency", "expires", "shipping", "created"];

    private static readonly string[] AuditColumns =
        ["id", "at", "actor", "address", "action", "subject", "account", "outcome", "reason", "details", "stripe_request"];

    public static void MapExports(this WebApplication app)
    {
        app.MapGet("/cards/export.csv", async (HttpContext context, [AsParameters] CardFilterQuery filter, ISender sender) =>
            await Csv.WriteAsync(
                context, "cards.csv", CardColumns, await sender.Send(new ExportCards(filter.ToFilter()), context.RequestAborted),
                v =>
                [
                    v.Card.Id.Value, v.Card.Last4, v.Card.Type.ToString().ToLowerInvariant(), v.Card.Status.ToString().ToLowerInvariant(),
                    v.Card.CancellationReason?.ToString().ToLowerInvariant(), v.Cardholder.Id.Value, v.Cardholder.Name, v.Account.Id.Value,
                    v.Card.Currency, $"{v.Card.ExpYear}-{v.Card.ExpMonth:00}", v.Card.ShippingStatus?.ToString().ToLowerInvariant(), v.Card.CreatedAt,
                ]));
        app.MapGet("/audit/export.csv", async (HttpContext context, [AsParameters] AuditFilterQuery filter, ISender sender) =>
            await Csv.WriteAsync(
                context, "audit.csv", AuditColumns, await sender.Send(new ExportAuditTrail(filter.ToFilter()), context.RequestAborted),
                e =>
                [
                    e.Id, e.At, e.ActorName, e.IpAddress, e.Action, e.Subject, e.AccountId?.Value, e.Outcome.ToString().ToLowerInvariant(), e.Reason,
                    e.Details, e.StripeRequestId,
                ]));
    }
}

/// <summary>A filter of cards in an address; what is left empty filters nothing.</summary>
/// <param name="Account">The account.</param>
/// <param name="Text">The last four digits, or a part of a name.</param>
/// <param name="Status">The status.</param>
/// <param name="Type">The type.</param>
/// <param name="Sort">The order.</param>
public sealed record CardFilterQuery(string? Account = null, string? Text = null, string? Status = null, string? Type = null, string? Sort = null)
{
    /// <summary>The filter.</summary>
    public CardFilter ToFilter() => new()
    {
        Account = Query.Given(Account), Text = Query.Given(Text), Status = Query.Given(Status), Type = Query.Given(Type), Sort = Query.Given(Sort),
    };
}

/// <summary>A filter of the trail in an address; what is left empty filters nothing.</summary>
/// <param name="Account">The account.</param>
/// <param name="Actor">A part of the sign-in name.</param>
/// <param name="Action">The beginning of what was done.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record AuditFilterQuery(
    string? Account = null, string? Actor = null, string? Action = null, string? Subject = null, string? Outcome = null, string? From = null, string? To = null)
{
    /// <summary>The filter.</summary>
    public AuditFilter ToFilter() => new()
    {
        Account = Query.Given(Account), Actor = Query.Given(Actor), Action = Query.Given(Action), Subject = Query.Given(Subject),
        Outcome = Query.Given(Outcome), From = Query.Day(From), To = Query.Day(To),
    };
}

/// <summary>Reads parts of an address.</summary>
internal static class Query
{
    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
