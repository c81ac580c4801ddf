using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

public sealed class IssueModel(ISender sender, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cardholder { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    [BindProperty]
    public string Type { get; set; } = "virtual";

    [BindProperty]
    public string? Currency { get; set; }

    [BindProperty]
    public bool Activate { get; set; }

    [BindProperty]
    public AddressForm Shipping { get; set; } = new();

    [BindProperty]
    public string RequestId { get; set; } = Guid.NewGuid().ToString("N");

    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public IReadOnlyList<CardholderView> Cardholders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Activate = true;
        Currency ??= Accounts.FirstOrDefault(a => a.Id.Value == Account)?.Currency?.ToString();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        CardChanged? issued = null;
        // Whoever's form cannot be read does not get an active card of it.
        if (ModelState[nameof(Activate)] is { Errors.Count: > 0 })
            Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (await this.TryAsync(async () => issued = await sender.Send(Read(), cancellationToken)))
        {
            TempData["Done"] = issued!.Card.Type == CardType.Physical
                ? words["done.issued.physical", issued.Card.Last4]
                : words["done.issued", issued.Card.Last4];
            return Redirect("/cards/" + issued.Card.Id);
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private IssueCard Read()
    {
        var failures = new List<ValidationFailure>();
        var command = new IssueCard(
            Required<AccountId>(Account, nameof(Account), InvalidReason.AccountId),
            Required<CardholderId>(Cardholder, nameof(Cardholder), InvalidReason.CardholderRequired),
            Type,
            Required<Domain.SharedKernel.Currency>(Currency, nameof(Currency), InvalidReason.Currency),
            Activate && Type == "virtual", Type == "physical" ? Shipping.ToAddress() : null, RequestId);
        return failures.Count == 0 ? command : throw new ValidationException(failures);

        T Required<T>(string? text, string name, InvalidReason reason)
            where T : struct, IParsable<T>
        {
            if (T.TryParse(Queries.Given(text), null, out var value))
                return value;
            failures.Add(reason.FailureFor(name));
            return default;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var account = Queries.Id<AccountId>(Account, nameof(Account), InvalidReason.AccountId);
        // What was typed into the form is told beside it; an address that holds no id is a bad request.
        var chosen = HttpMethods.IsGet(Request.Method)
            ? Queries.Id<CardholderId>(Queries.Given(Cardholder), nameof(Cardholder), InvalidReason.CardholderRequired)
            : CardholderId.TryParse(Queries.Given(Cardholder), null, out var id) ? id : (CardholderId?)null;
        var found = await sender.Send(new GetIssuingChoices(account, Find, chosen), cancellationToken);
        (Accounts, Cardholders) = (found.Accounts, found.Cardholders);
        if (Account is null && Accounts is [var only])
            Account = only.Id.Value;
    }
}
