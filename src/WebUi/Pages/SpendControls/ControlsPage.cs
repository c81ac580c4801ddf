using CleanIssuing.Application.SpendControls;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>
/// What the editors of controls have in common, of one card, of many, of a cardholder: the form, its templates, and the preview of their
/// impact.
/// </summary>
public abstract class ControlsPage(ISender sender, ControlsFormReader reader, Words words) : PageModel
{
    protected ISender Sender { get; } = sender;

    protected ControlsFormReader Reader { get; } = reader;

    protected Words Words { get; } = words;

    public ControlsForm Form { get; protected set; } = new();

    [BindProperty]
    public int Days { get; set; } = 90;

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; } = Guid.NewGuid();

    [BindProperty]
    public string? Template { get; set; }

    [BindProperty]
    public string? TemplateName { get; set; }

    public ControlsPreview? Preview { get; private set; }

    public IReadOnlyList<ControlTemplate> OwnTemplates { get; private set; } = [];

    public abstract Currency Currency { get; }

    public abstract AccountId AccountId { get; }

    /// <summary>The controls that hold now; none where they are those of many cards.</summary>
    protected abstract SpendingControls? Present { get; }

    /// <summary>Asks what these controls would have done.</summary>
    protected abstract IRequest<ControlsPreview> PreviewOf(SpendControlsInput input);

    /// <summary>What was typed, as the request takes it; none where it cannot be read.</summary>
    protected virtual SpendControlsInput? Read() => Reader.Read(Form, Currency, ModelState, Present);

    /// <summary>The fields without which a form is not whole.</summary>
    protected virtual IEnumerable<string> Parts => ["CategoriesMode", "CountriesMode", "Presence", ControlsForm.LimitsMark];

    protected virtual async Task BindFormAsync()
    {
        // What is not there must not be taken for what is to be removed.
        if (!Request.HasFormContentType || Parts.Any(part => !Request.Form.ContainsKey(part)))
            throw InvalidReason.FormIncomplete.For("");
        // A number that cannot be read is nobody's typing, and must not become another one.
        if (ModelState.ErrorsOf(nameof(Days)).Any() || ModelState.ErrorsOf(nameof(RequestId)).Any())
            throw InvalidReason.FormIncomplete.For("");
        await TryUpdateModelAsync(Form, "");
        // Each is shown again with all that can be chosen beside it, so one too many is; hundreds, which nobody types, are not.
        if (Form.Rows > SpendControlsInput.MaxLimits + 1)
            throw InvalidReason.TooManyLimits.For("", Form.Rows, SpendControlsInput.MaxLimits);
        Form.Even();
    }

    /// <summary>Does what a button of the form asks for, and saves where it asks for nothing else.</summary>
    protected async Task<IActionResult> AnswerAsync(
        string? action, Func<SpendControlsInput, Task<IActionResult>> save, CancellationToken cancellationToken)
    {
        if (await ActAsync(action, cancellationToken))
        {
            // The script of the page wants the impact alone.
            if (Request.Headers["X-Fragment"] == "preview")
                return Partial("SpendControls/_Preview", Preview);
            if (!ModelState.IsValid)
                Response.StatusCode = StatusCodes.Status400BadRequest;
            await ReadTemplatesAsync(cancellationToken);
            return Page();
        }

        // A button that is not there must not be taken for the one that saves.
        if (action is not (null or "" or "save"))
            throw InvalidReason.FormIncomplete.For("");
        if (Read() is { } input)
            return await save(input);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

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
            case not null when ControlsForm.RowToRemove(action) is { } row:
                Form.RemoveLimit(row);
                break;
            case "apply-template":
                await ApplyTemplateAsync(cancellationToken);
                break;
            case "save-template" or "replace-template":
                await SaveTemplateAsync(action == "replace-template", cancellationToken);
                break;
            case "delete-template":
                await ReadTemplatesAsync(cancellationToken);
                // It cannot be undone, so it is asked first.
                if (OwnTemplates.FirstOrDefault(t => t.Id.ToString() == Template) is { } asked)
                    ViewData["AskedTemplate"] = asked;
                else
                    await DeleteTemplateAsync(Template, cancellationToken);
                break;
            case { } delete when delete.StartsWith("delete-template-", StringComparison.Ordinal):
                await DeleteTemplateAsync(delete["delete-template-".Length..], cancellationToken);
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
        {
            await this.TryAsync(async () => Preview = await Sender.Send(PreviewOf(input), cancellationToken), ControlsForm.FieldOf);
            if (Preview is not null && Present is not null)
            {
                // Where nothing is changed, that has just been found.
                var now = input.IsEmpty ? Preview : await Sender.Send(PreviewOf(new SpendControlsInput()), cancellationToken);
                Preview = Preview with { DeclinedNow = now.Declined.Purchases };
            }
        }
    }

    private async Task DeleteTemplateAsync(string? template, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(template, out var own))
            ModelState.AddModelError("", Words["template.built_in"]);
        else if (await this.TryAsync(() => Sender.Send(new DeleteControlTemplate(AccountId, own), cancellationToken), _ => "Template"))
            ViewData["Saved"] = Words["template.deleted"];
    }

    private async Task ApplyTemplateAsync(CancellationToken cancellationToken)
    {
        if (BuiltInTemplate.All.FirstOrDefault(t => t.Code == Template) is { } builtIn)
        {
            // A built-in one leaves the limits alone: what is right depends on the currency.
            var (amounts, intervals, categories) = (Form.LimitAmount, Form.LimitInterval, Form.LimitCategories);
            Form = ControlsForm.From(builtIn.Controls);
            (Form.LimitAmount, Form.LimitInterval, Form.LimitCategories) = (amounts, intervals, categories);
            return;
        }

        await ReadTemplatesAsync(cancellationToken);
        var own = OwnTemplates.FirstOrDefault(t => t.Id.ToString() == Template);
        if (own is null)
            ModelState.AddModelError("", Words["template.gone"]);
        else if (own.Controls.Limits.Length > 0 && own.Currency != Currency)
            ModelState.AddModelError("", Words["template.currency", own.Currency, Currency]);
        else
            Form = ControlsForm.From(own.Controls);
    }

    private async Task SaveTemplateAsync(bool replaces, CancellationToken cancellationToken)
    {
        if (Reader.Read(Form, Currency, ModelState, null) is not { } input)
            return;
        await ReadTemplatesAsync(cancellationToken);
        // What another admin has saved under the name is gone for good, so that is asked first.
        if (!replaces && OwnTemplates.FirstOrDefault(t => t.Name == TemplateName?.Trim()) is { } same)
        {
            ViewData["SameTemplate"] = same;
            return;
        }

        var save = new SaveControlTemplate(AccountId, TemplateName ?? "", Currency, input);
        if (await this.TryAsync(() => Sender.Send(save, cancellationToken), p => p == "Name" ? "TemplateName" : ControlsForm.FieldOf(p)))
        {
            ViewData["Saved"] = Words["template.saved", TemplateName!];
            TemplateName = null;
        }
    }
}
