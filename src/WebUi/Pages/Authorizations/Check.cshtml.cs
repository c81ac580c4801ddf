using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.Cards;
using CleanIssuing.WebUi.Pages.Shared;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>“Can I buy this?”: yes or no, which control decides, and what is left until when.</summary>
public sealed class CheckModel(ISender sender, MoneyInput amounts, Words words, TimeProvider time) : PageModel, IOfAccount
{
    AccountId IOfAccount.OfAccount => View.Account.Id;

    public CardView View { get; private set; } = null!;

    public CardFace Face => new(View, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));

    [BindProperty(SupportsGet = true)]
    public string? Amount { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Country { get; set; }

    /// <summary><c>online</c> or <c>present</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Where { get; set; } = "online";

    /// <summary>The answer; none before anything was asked.</summary>
    public PurchaseCheck? Answer { get; private set; }

    /// <summary>What is left of the limit that leaves the least, with the purchase not counted.</summary>
    public LimitUsage? Tightest { get; private set; }

    public async Task OnGetAsync([FromRoute] CardId id, CancellationToken cancellationToken)
    {
        var controls = await sender.Send(new GetSpendControls(id), cancellationToken);
        View = controls.View;
        if (!Request.Query.ContainsKey(nameof(Amount)))
        {
            Country ??= CountryOf(View.Card.Currency);
            return;
        }

        if (amounts.Read(Amount, View.Card.Currency, out var amount) is { } problem)
        {
            ModelState.AddOnce(nameof(Amount), problem);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (Where is not ("online" or "present"))
        {
            ModelState.AddOnce(nameof(Where), words["check.where_required"]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Tightest = LimitUsage.Tightest(controls.Usage, View.Card.Currency, Category);
        await this.TryAsync(async () => Answer = await sender.Send(
            new CheckPurchase(id, amount, Category ?? "", Country ?? "", Where == "present"), cancellationToken));
    }

    /// <summary>The country whose currency it is, as its code begins with it; none where several countries share it.</summary>
    private static string? CountryOf(Currency currency) =>
        Countries.All.FirstOrDefault(c => currency.Code.StartsWith(c.Code, StringComparison.OrdinalIgnoreCase))?.Code;
}
