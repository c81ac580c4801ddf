using CleanIssuing.Application.Authorizations;
using CleanIssuing.WebUi.Pages.Authorizations;

namespace CleanIssuing.WebUi.Text;

/// <summary>Words for what has just happened to a purchase, as a screen reader reads them.</summary>
public sealed class PurchaseNewsText(Words words)
{
    public string Of(PurchaseRow row)
    {
        var purchase = row.Purchase;
        return words["purchase_news." + (PurchaseBadge.Of(purchase)?.Code ?? "paid"), purchase.Shown.Display(),
            words.Merchant(purchase.Merchant)];
    }
}
