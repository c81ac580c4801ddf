using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;

namespace CleanIssuing.WebUi.Endpoints;

internal static class PurchasesEndpoints
{
    private static readonly string[] Columns =
    [
        "purchase", "created", "merchant", "category", "mcc", "city", "country", "state", "reason", "asked", "spent", "refunded",
        "currency", "merchant_amount", "merchant_currency", "card", "last4", "card_name", "cardholder_name", "account_name", "memo",
    ];

    public static void MapPurchases(this IEndpointRouteBuilder app)
    {
        app.MapGet("/purchases/export.csv", ExportAsync).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/purchases/live", (HttpContext context, LivePurchases live) => live.Open(context))
            .RequireRateLimiting(RateLimits.Streams).WithMetadata(new JsonAnswerAttribute());
    }

    private static async Task ExportAsync(
        HttpContext context, [AsParameters] PurchaseFilterQuery filter, ISender sender, PersonTimes times,
        CancellationToken cancellationToken)
    {
        var navigation = await sender.Send(new GetNavigation(), cancellationToken);
        var purchases = await sender.Send(new ExportPurchases(filter.ToFilter(times, !navigation.SeesAccounts)), cancellationToken);
        var isOwn = !navigation.SeesAccounts || filter.IsMine;
        await CsvExport.WriteAsync(context, "purchases.csv", Columns, purchases, row => Cells(row, isOwn));
    }

    /// <param name="isOwn">Whether it is for a cardholder, to whom nobody tells what was checked for fraud.</param>
    private static IReadOnlyList<object?> Cells(PurchaseRow row, bool isOwn)
    {
        var purchase = row.Purchase;
        return
        [
            purchase.Id.Value, purchase.CreatedAt, purchase.Merchant, purchase.Category, purchase.CategoryCode, purchase.City,
            purchase.Country, purchase.Approved ? purchase.Status.ToCode() : "declined",
            isOwn && SpendingControlsFormatter.IsSensitive(purchase.Reason) ? "protected" : purchase.Reason, purchase.Asked.Units,
            purchase.Spent.Units, purchase.Refunded.Units, purchase.Amount.Currency.Code, purchase.MerchantAmount.Units,
            purchase.MerchantAmount.Currency.Code, row.Card.Id.Value, row.Card.Last4, row.Label?.Name, row.CardholderName, row.AccountName,
            row.Memo,
        ];
    }
}
