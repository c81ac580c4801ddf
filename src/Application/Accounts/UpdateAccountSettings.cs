using CleanIssuing.Domain.Accounts;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Accounts;

/// <summary>Decides for an account how its card details are guarded. Who does it proves anew that it is them.</summary>
public sealed record UpdateAccountSettings(AccountId AccountId, AccountSettings Settings)
    : IRequest<AccountSettingsUpdated>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesSettings(AccountId);

    public AuditedAction Audit => new("account.settings", AccountId.Value);
}

public sealed record AccountSettingsUpdated(AccountSettings Before, AccountSettings After) : IAuditedAnswer
{
    public IReadOnlyList<Detail> AuditDetails =>
    [
        .. Changed("step_up", Before.StepUp.ToCode(), After.StepUp.ToCode()),
        .. Changed("admins_see_pins", Text(Before.AdminsSeePins), Text(After.AdminsSeePins)),
    ];

    private static IEnumerable<Detail> Changed(string name, string before, string after) =>
        before == after ? [] : [new Detail("setting." + name + "." + after)];

    private static string Text(bool on) => on ? "on" : "off";
}

internal sealed class UpdateAccountSettingsValidator : AbstractValidator<UpdateAccountSettings>
{
    public UpdateAccountSettingsValidator() => RuleFor(r => r.Settings.StepUp).IsInEnum();
}

internal sealed class UpdateAccountSettingsHandler(IAccountSettingsStore settings)
    : IRequestHandler<UpdateAccountSettings, AccountSettingsUpdated>
{
    public async Task<AccountSettingsUpdated> Handle(UpdateAccountSettings request, CancellationToken cancellationToken)
    {
        var before = await settings.GetAsync(request.AccountId, cancellationToken);
        await settings.SetAsync(request.AccountId, request.Settings, cancellationToken);
        return new AccountSettingsUpdated(before, request.Settings);
    }
}
