using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Http;
using MediatR;

namespace CleanIssuing.WebUi.Endpoints;

internal static class CardsEndpoints
{
    private static readonly string[] Columns =
        ["card", "last4", "type", "status", "cancellation_reason", "cardholder", "cardholder_name", "account", "currency", "expires",
            "shipping", "created"];

    public static void MapCards(this IEndpointRouteBuilder app)
    {
        app.MapGet("/cards/export.csv", ExportAsync).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/cards/ids", ListIdsAsync).RequireRateLimiting(RateLimits.Changes).WithMetadata(new JsonAnswerAttribute());
    }

    /// <summary>The ids of all cards that match, for the page's script, which chooses them.</summary>
    private static async Task<IResult> ListIdsAsync(
        [AsParameters] CardFilterQuery filter, ISender sender, CancellationToken cancellationToken)
    {
        var matching = await sender.Send(new ListMatchingCards(filter.ToFilter()), cancellationToken);
        return TypedResults.Json(new Matching([.. matching.Ids.Select(id => id.Value)], matching.Total));
    }

    private sealed record Matching(IReadOnlyList<string> Ids, int Total);

    private static async Task ExportAsync(
        HttpContext context, [AsParameters] CardFilterQuery filter, ISender sender, CancellationToken cancellationToken)
    {
        var cards = await sender.Send(new ExportCards(filter.ToFilter()), cancellationToken);
        await CsvExport.WriteAsync(context, "cards.csv", Columns, cards, Cells);
    }

    private static IReadOnlyList<object?> Cells(CardView view) =>
    [
        view.Card.Id.Value, view.Card.Last4, view.Card.Type.ToCode(), view.Card.Status.ToCode(), view.Card.CancellationReason?.ToCode(),
        view.Cardholder.Id.Value, view.Cardholder.Name, view.Account.Id.Value, view.Card.Currency.Code,
        $"{view.Card.ExpYear}-{view.Card.ExpMonth:00}", view.Card.ShippingStatus?.ToCode(), view.Card.CreatedAt,
    ];
}
