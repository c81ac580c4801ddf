using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Accounts;

/// <summary>What the accounts that the person manages have decided for themselves.</summary>
public sealed class SettingsModel(ISender sender, Words words) : PageModel
{
    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? StepUp { get; set; }

    [BindProperty]
    public bool AdminsSeePins { get; set; }

    /// <summary>A code of the person's authenticator app.</summary>
    [BindProperty]
    public string? Code { get; set; }

    public IReadOnlyList<SettingsOfAccount> All { get; private set; } = [];

    public StepUpMethods Ways { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        All = await sender.Send(new ListAccountSettings(), cancellationToken);
        Ways = await sender.Send(new GetStepUpMethods(), cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await OnGetAsync(cancellationToken);
            return Page();
        }

        var done = await this.TryAsync(async () =>
        {
            if (!AccountId.TryParse(Account, null, out var account))
                throw InvalidReason.AccountId.For(nameof(Account));
            if (Enum.GetValues<StepUpScope>().Where(s => s.ToCode() == StepUp).ToList() is not [var scope])
                throw InvalidReason.StepUpScope.For(nameof(StepUp));
            if (Queries.Given(Code) is { } code)
                await sender.Send(new StepUp(code, null), cancellationToken);
            await sender.Send(new UpdateAccountSettings(account, new AccountSettings(scope, AdminsSeePins)), cancellationToken);
        },
        field: _ => "");
        if (done)
        {
            this.Tell(words["done.settings"]);
            return Redirect("/settings");
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }
}
