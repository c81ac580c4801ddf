using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.SpendControls;
using CleanIssuing.WebUi.Text;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

public sealed class IssueModel(ISender sender, Words words, ControlsFormReader reader, IValidator<SpendControlsInput> validator) : PageModel
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

    /// <summary>What the card is called here.</summary>
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Color { get; set; }

    /// <summary>The template that the card is made with: the code of one that comes with the portal, or the id of an own one.</summary>
    [BindProperty]
    public string? Template { get; set; }

    /// <summary>Limits in place of the template's, as they are typed.</summary>
    public ControlsForm Limits { get; private set; } = new();

    /// <summary>What the card would be made with; none where nothing was chosen, or cannot be read.</summary>
    public SpendingControls? Controls { get; private set; }

    /// <summary>Whether the limits or the template cannot be read yet.</summary>
    public bool IsUnreadable { get; private set; }

    public IReadOnlyList<ControlTemplate> Templates { get; private set; } = [];

    [BindProperty]
    public string RequestId { get; set; } = Guid.NewGuid().ToString("N");

    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public IReadOnlyList<CardholderView> Cardholders { get; private set; } = [];

    public CardholderView? Holder => Cardholders.FirstOrDefault(c => c.Cardholder.Id.Value == Cardholder);

    public string? AccountName => Accounts.FirstOrDefault(a => a.Id.Value == Account)?.Name;

    /// <summary>The colour of its face; the first one where none was chosen.</summary>
    public CardColor FaceColor => Enum.GetValues<CardColor>().FirstOrDefault(c => c.ToCode() == Color);

    /// <summary>The categories that a limit may apply to.</summary>
    public ControlsEditor Choices => new(new ControlsForm(), default, [], null, null, false, []);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Activate = true;
        Currency ??= Accounts.FirstOrDefault(a => a.Id.Value == Account)?.Currency?.ToString();
        Color ??= CardColor.Iris.ToCode();
        Limits.AddLimit();
        await FillInAddressAsync(cancellationToken);
    }

    /// <summary>What the card will be, in words; its holder is chosen.</summary>
    public string Summary(Words text) => text[
        Type == "physical" ? "issue.summary.physical" : Activate ? "issue.summary.active" : "issue.summary.inactive",
        Holder!.Cardholder.Name, Currency?.ToUpperInvariant() ?? ""];

    /// <summary>Shows what the card would be, for the script of the page.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Partial("Cards/_IssuePreview", this);
    }

    /// <summary>Adds a row for a limit, or removes one, and keeps everything else that was typed.</summary>
    public async Task<IActionResult> OnPostLimitAsync(string? action, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (ControlsForm.RowToRemove(action) is { } row)
            Limits.RemoveLimit(row);
        else if (Limits.Rows < SpendControlsInput.MaxLimits)
            Limits.AddLimit();
        return Page();
    }

    /// <summary>Looks for cardholders, and keeps everything else that was typed.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Page();
    }

    /// <summary>Fills in the address of whoever was chosen, and keeps everything else that was typed.</summary>
    public async Task<IActionResult> OnPostAddressAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!await FillInAddressAsync(cancellationToken))
            ModelState.AddOnce(nameof(Cardholder), words["address.none"]);
        // What is shown is what was looked up, not what was sent.
        foreach (var field in ModelState.Keys.Where(k => k.StartsWith(nameof(Shipping) + ".", StringComparison.Ordinal)).ToList())
            ModelState.Remove(field);
        return Page();
    }

    private async Task<bool> FillInAddressAsync(CancellationToken cancellationToken)
    {
        if (!AccountId.TryParse(Account, null, out var account)
            || !CardholderId.TryParse(Queries.Given(Cardholder), null, out var cardholder))
            return false;
        var before = Shipping;
        Shipping = await AddressForm.ForAsync(sender, account, cardholder, Shipping, cancellationToken);
        return !ReferenceEquals(before, Shipping);
    }

    public async Task<IActionResult> OnPostAsync(string? action, CancellationToken cancellationToken)
    {
        CardChanged? issued = null;
        await ReadAsync(cancellationToken);
        if (ControlsForm.RowToRemove(action) is not null)
            return await OnPostLimitAsync(action, cancellationToken);
        // Neither a button that is not there nor a form without its end may make a card.
        if (!string.IsNullOrEmpty(action) || !Request.HasFormContentType || !Request.Form.ContainsKey(ControlsForm.LimitsMark))
            throw InvalidReason.FormIncomplete.For("");
        // Whoever's form cannot be read does not get an active card of it.
        if (ModelState[nameof(Activate)] is { Errors.Count: > 0 })
            Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (await this.TryAsync(async () => issued = await sender.Send(Read(), cancellationToken), ControlsForm.FieldOf))
        {
            this.Tell(issued!.Card.Type == CardType.Physical
                ? words["done.issued.physical", issued.Card.Last4]
                : words["done.issued", issued.Card.Last4]);
            return Redirect("/cards/" + issued.Card.Id);
        }

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
            Activate && Type == "virtual", Type == "physical" ? Shipping.ToAddress() : null, RequestId,
            ReadControls(Limits.WithoutEmptyRows(), failures, ModelState), Queries.Given(Name), Queries.Given(Color));
        return failures.Count == 0 && ModelState.IsValid ? command : throw new ValidationException(failures);

        T Required<T>(string? text, string name, InvalidReason reason)
            where T : struct, IParsable<T>
        {
            if (T.TryParse(Queries.Given(text), null, out var value))
                return value;
            failures.Add(reason.FailureFor(name));
            return default;
        }
    }

    /// <returns>None where nothing was chosen.</returns>
    private SpendingControls? ReadControls(ControlsForm typed, List<ValidationFailure> failures, ModelStateDictionary state)
    {
        SpendingControls? controls = null;
        var isCurrency = Domain.SharedKernel.Currency.TryParse(Queries.Given(Currency), null, out var currency);
        if (Queries.Given(Template) is { } template)
        {
            controls = BuiltInTemplate.All.FirstOrDefault(t => t.Code == template)?.Controls
                ?? Templates.FirstOrDefault(t => t.Id.ToString() == template)?.Controls;
            if (controls is null)
                failures.Add(InvalidReason.TemplateUnknown.FailureFor(nameof(Template)));
            else if (typed.Rows == 0 && controls.LimitsCurrency is { } theirs && theirs != currency)
                failures.Add(InvalidReason.TemplateCurrency.FailureFor(nameof(Template)));
        }

        if (typed.Rows == 0 || !isCurrency)
            return controls;
        foreach (var (row, interval) in typed.LimitInterval.Index().Where(i => !LimitIntervals.IsKnown(i.Item)))
            failures.Add(InvalidReason.Interval.FailureFor($"LimitInterval[{row}]"));
        if (reader.Read(typed, currency, state, null) is not { } input || failures.Count > 0)
            return controls;
        failures.AddRange(validator.Validate(input).Errors);
        return failures.Count == 0
            ? (controls ?? SpendingControls.None).With(new SpendingControlsChange { Limits = input.ToChange(currency).Limits })
            : controls;
    }

    /// <summary>What the page shows beside the form; what is wrong is told when the form is sent.</summary>
    private void ShowControls()
    {
        var (failures, state) = (new List<ValidationFailure>(), new ModelStateDictionary());
        var controls = ReadControls(Limits.WithoutEmptyRows(), failures, state);
        IsUnreadable = failures.Count > 0 || !state.IsValid;
        Controls = IsUnreadable ? null : controls;
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
        await TryUpdateModelAsync(Limits, "", f => f.LimitAmount, f => f.LimitInterval, f => f.LimitCategories);
        if (Limits.Rows > SpendControlsInput.MaxLimits + 1)
            throw InvalidReason.TooManyLimits.For("", Limits.Rows, SpendControlsInput.MaxLimits);
        Limits.Even();
        if (AccountId.TryParse(Account, null, out var managed))
            Templates = await sender.Send(new GetControlTemplates(managed), cancellationToken);
        ShowControls();
    }
}
