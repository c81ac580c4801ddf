using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>What the editor of one card and that of many have in common: the form, its templates, and the what-if.</summary>
public abstract class ControlsPage(ISender sender) : PageModel
{
    /// <summary>Sends requests.</summary>
    protected ISender Sender { get; } = sender;

    /// <summary>What stands in the form.</summary>
    public ControlsForm Form { get; protected set; } = new();

    /// <summary>How far back the what-if looks.</summary>
    [BindProperty]
    public int Days { get; set; } = 90;

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The form's own id.</summary>
    [BindProperty]
    public Guid RequestId { get; set; } = Guid.NewGuid();

    /// <summary>The template that is chosen.</summary>
    [BindProperty]
    public string? Template { get; set; }

    /// <summary>The name typed for a new template.</summary>
    [BindProperty]
    public string? TemplateName { get; set; }

    /// <summary>What the controls would have done.</summary>
    public ControlsPreview? Preview { get; private set; }

    /// <summary>The account's own templates.</summary>
    public IReadOnlyList<ControlTemplate> OwnTemplates { get; private set; } = [];

    /// <summary>The currency of the amounts.</summary>
    public abstract string Currency { get; }

    /// <summary>The account.</summary>
    protected abstract string AccountId { get; }

    /// <summary>The cards that the what-if looks at.</summary>
    protected abstract IReadOnlyList<string> CardIds { get; }

    /// <summary>The controls that hold now; none where they are those of many cards.</summary>
    protected abstract SpendingControls? Present { get; }

    /// <summary>What was typed, as the request takes it; none where it cannot be read.</summary>
    protected virtual SpendControlsInput? Read() => Form.Read(Currency, ModelState, Present);

    /// <summary>Reads the form that was sent.</summary>
    protected async Task BindFormAsync()
    {
        await TryUpdateModelAsync(Form, "");
        Form.Even();
    }

    /// <summary>Does what a button of the form asks for, and saves where it asks for nothing else.</summary>
    protected async Task<IActionResult> AnswerAsync(
        string? action, Func<SpendControlsInput, Task<IActionResult>> save, CancellationToken cancellationToken)
    {
        if (await ActAsync(action, cancellationToken))
        {
            // The script of the page wants the what-if alone.
            if (Request.Headers["X-Fragment"] == "preview")
                return Partial("SpendControls/_Preview", Preview);
            await ReadTemplatesAsync(cancellationToken);
            return Page();
        }

        if (Read() is { } input)
            return await save(input);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Reads what the page shows besides the form.</summary>
    protected async Task ReadTemplatesAsync(CancellationToken cancellationToken) =>
        OwnTemplates = await Sender.Send(new GetControlTemplates(AccountId), cancellationToken);

    /// <summary>Does what a button asks for, other than saving.</summary>
    /// <returns>Whether it was one of these.</returns>
    private async Task<bool> ActAsync(string? action, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case "add-limit":
                Form.AddLimit();
                break;
            case { } remove when remove.StartsWith("remove-limit-", StringComparison.Ordinal)
                && int.TryParse(remove["remove-limit-".Length..], System.Globalization.CultureInfo.InvariantCulture, out var row):
                Form.RemoveLimit(row);
                break;
            case "fill":
                await FillAsync(cancellationToken);
                break;
            case "keep":
                await KeepAsync(cancellationToken);
                break;
            case "forget":
                if (Guid.TryParse(Template, out var own))
                    await Sender.Send(new RemoveControlTemplate(AccountId, own), cancellationToken);
                else
                    ModelState.AddModelError("", "Choose one of your own templates to remove it; the others belong to the portal.");
                break;
            case "preview":
                await PreviewAsync(cancellationToken);
                break;
            default:
                return false;
        }

        return true;
    }

    private async Task PreviewAsync(CancellationToken cancellationToken)
    {
        if (Read() is { } input)
            await this.TryAsync(
                async () => Preview = await Sender.Send(new PreviewSpendControls(AccountId, CardIds, input, Days), cancellationToken), ControlsForm.FieldOf);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        if (ReadyTemplate.All.FirstOrDefault(t => t.Code == Template) is { } ready)
        {
            // A ready one leaves the limits alone: what is right depends on the currency.
            var (amounts, intervals, categories) = (Form.LimitAmount, Form.LimitInterval, Form.LimitCategories);
            Form = ControlsForm.From(ready.Controls, Currency);
            (Form.LimitAmount, Form.LimitInterval, Form.LimitCategories) = (amounts, intervals, categories);
            return;
        }

        await ReadTemplatesAsync(cancellationToken);
        var own = OwnTemplates.FirstOrDefault(t => t.Id.ToString() == Template);
        if (own is null)
            ModelState.AddModelError("", "This template is not there any more.");
        else if (own.Controls.Limits.Length > 0 && own.Currency != Currency)
            ModelState.AddModelError("", $"The amounts of this template are in {own.Currency.ToUpperInvariant()}, and this card is in {Currency.ToUpperInvariant()}.");
        else
            Form = ControlsForm.From(own.Controls, Currency);
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (Form.Read(Currency, ModelState, null) is not { } input)
            return;
        var save = new SaveControlTemplate(AccountId, TemplateName ?? "", Currency, input);
        if (await this.TryAsync(() => Sender.Send(save, cancellationToken), p => p == "Name" ? "TemplateName" : ControlsForm.FieldOf(p)))
        {
            ViewData["Kept"] = $"The template “{TemplateName}” was kept.";
            TemplateName = null;
        }
    }
}
