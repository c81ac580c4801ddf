using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>A cardholder and their cards.</summary>
public sealed class CardholderModel(ISender sender, TimeProvider time) : PageModel, IOfAccount
{
    AccountId IOfAccount.OfAccount => Shown.Cardholder.AccountId;

    public CardholderPage Shown { get; private set; } = null!;

    /// <summary>What was spent, and what is left, with each of the first cards.</summary>
    public IReadOnlyDictionary<CardId, CardUse> Use { get; private set; } = new Dictionary<CardId, CardUse>();

    /// <summary>What they spent this month, in each currency.</summary>
    public IReadOnlyList<Money> Spent { get; private set; } = [];

    /// <summary>Today (UTC).</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync([FromRoute] CardholderId id, CancellationToken cancellationToken)
    {
        Shown = await sender.Send(new GetCardholder(id), cancellationToken);
        Use = await sender.Send(new GetUseOfCards([.. Shown.Cards.Select(c => c.Card.Id)]), cancellationToken);
        Spent = [.. (await sender.Send(new GetSpendOfCardholders([id]), cancellationToken))[id]];
    }
}
