using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

public sealed record SaveControlTemplate(AccountId AccountId, string Name, Currency Currency, SpendControlsInput Controls)
    : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesAccount(AccountId);

    public AuditedAction Audit => new("control_template.save", AccountId.Value);
}

internal sealed class SaveControlTemplateValidator : AbstractValidator<SaveControlTemplate>
{
    public SaveControlTemplateValidator()
    {
        RuleFor(r => r.Name).NotEmpty().WithReason(InvalidReason.TemplateName).MaximumLength(60);
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator());
    }
}

internal sealed class SaveControlTemplateHandler(ITemplateStore templates) : IRequestHandler<SaveControlTemplate>
{
    public Task Handle(SaveControlTemplate request, CancellationToken cancellationToken) => templates.SaveAsync(
        new ControlTemplate(
            Guid.NewGuid(), request.AccountId, request.Name.Trim(), request.Currency,
            SpendingControls.None.With(request.Controls.ToChange(request.Currency))),
        cancellationToken);
}
