using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

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
