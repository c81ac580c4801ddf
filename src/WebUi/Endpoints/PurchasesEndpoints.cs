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

    public static void MapPurchases(this IEndpointRouteBuilder app) =>
        app.MapGet("/purchases/export.csv", ExportAsync).RequireRateLimiting(RateLimits.Exports);

    private static async Task ExportAsync(
        HttpContext context, [AsParameters] PurchaseFilterQuery filter, ISender sender, PersonTimes times,
        CancellationToken cancellationToken)
    {
        var navigation = await sender.Send(new GetNavigation(), cancellationToken);
        var purchases = await sender.Send(new ExportPurchases(filter.ToFilter(times, !navigation.SeesAccounts)), cancellationToken);
        await CsvExport.WriteAsync(context, "purchases.csv", Columns, purchases, Cells);
    }

    private static IReadOnlyList<object?> Cells(PurchaseRow row)
    {
        var purchase = row.Purchase;
        return
        [
            purchase.Id.Value, purchase.CreatedAt, purchase.Merchant, purchase.Category, purchase.CategoryCode, purchase.City,
            purchase.Country, purchase.Approved ? purchase.Status.ToCode() : "declined", purchase.Reason, purchase.Asked.Units,
            purchase.Spent.Units, purchase.Refunded.Units, purchase.Amount.Currency.Code, purchase.MerchantAmount.Units,
            purchase.MerchantAmount.Currency.Code, row.Card.Id.Value, row.Card.Last4, row.Label?.Name, row.CardholderName, row.AccountName,
            row.Memo,
        ];
    }
}
