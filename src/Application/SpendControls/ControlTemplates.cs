using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Controls that are often wanted, to be filled in and changed.</summary>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="Controls">The controls; limits are left to whoever fills them in, for they depend on the currency.</param>
public sealed record ReadyTemplate(string Code, string Name, SpendingControls Controls)
{
    /// <summary>The ones that every account has.</summary>
    public static IReadOnlyList<ReadyTemplate> All { get; } =
    [
        new("travel", "Travel", SpendingControls.Create(categories: Restriction.Allow(
            [.. InGroups("Travel and lodging", "Food and drink"), "service_stations", "parking_lots_garages", "tolls_bridge_fees"]))),
        new("software", "Software subscriptions", SpendingControls.Create(
            categories: Restriction.Allow(InGroups("Software and electronics")), presences: Restriction.Block("present"))),
        new("fuel", "Fuel", SpendingControls.Create(categories: Restriction.Allow(InGroups("Fuel and roads")))),
        new("no-cash-or-gambling", "No cash or gambling", SpendingControls.Create(categories: Restriction.Block(
            [.. InGroups("Gambling"), "automated_cash_disburse", "manual_cash_disburse", "wires_money_orders", "non_fi_money_orders", "non_fi_stored_value_card_purchase_load"]))),
    ];

    private static IEnumerable<string> InGroups(params string[] groups) =>
        MerchantCategories.All.Where(c => groups.Contains(c.Group, StringComparer.Ordinal)).Select(c => c.Code);
}

/// <summary>An account's own templates.</summary>
/// <param name="AccountId">The account.</param>
public sealed record GetControlTemplates(string AccountId) : IRequest<IReadOnlyList<ControlTemplate>>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesAccount(AccountId);
}

internal sealed class GetControlTemplatesHandler(ITemplateStore templates) : IRequestHandler<GetControlTemplates, IReadOnlyList<ControlTemplate>>
{
    public Task<IReadOnlyList<ControlTemplate>> Handle(GetControlTemplates request, CancellationToken cancellationToken) =>
        templates.OfAccountAsync(AccountId.Parse(request.AccountId), cancellationToken);
}

/// <summary>Keeps controls as a template of the account; one of the same name is replaced.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">The currency of its amounts.</param>
/// <param name="Controls">The controls.</param>
public sealed record SaveControlTemplate(string AccountId, string Name, string Currency, SpendControlsInput Controls)
    : IRequest, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesAccount(AccountId);

    /// <inheritdoc />
    public AuditedAction Audit => new("control_template.save", AccountId);
}

internal sealed class SaveControlTemplateValidator : AbstractValidator<SaveControlTemplate>
{
    public SaveControlTemplateValidator()
    {
        RuleFor(r => r.Name).NotEmpty().WithMessage("Give the template a name.").MaximumLength(60);
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator());
    }
}

internal sealed class SaveControlTemplateHandler(ITemplateStore templates) : IRequestHandler<SaveControlTemplate>
{
    public Task Handle(SaveControlTemplate request, CancellationToken cancellationToken) => templates.SaveAsync(
        new ControlTemplate(
            Guid.NewGuid(), AccountId.Parse(request.AccountId), request.Name.Trim(), request.Currency,
            SpendingControls.None.With(request.Controls.ToChange())),
        cancellationToken);
}

/// <summary>Removes a template of the account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="TemplateId">The template.</param>
public sealed record RemoveControlTemplate(string AccountId, Guid TemplateId) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesAccount(AccountId);

    /// <inheritdoc />
    public AuditedAction Audit => new("control_template.remove", AccountId);
}

internal sealed class RemoveControlTemplateHandler(ITemplateStore templates) : IRequestHandler<RemoveControlTemplate>
{
    public Task Handle(RemoveControlTemplate request, CancellationToken cancellationToken) =>
        templates.RemoveAsync(AccountId.Parse(request.AccountId), request.TemplateId, cancellationToken);
}
