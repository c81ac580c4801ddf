using System.Security.Cryptography;
using System.Text;
using CleanIssuing.Application.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Starts changing the spend controls of many cards; the work goes on in the background.</summary>
/// <param name="RequestId">Becomes the id of the edit, so that a second click starts no second one.</param>
public sealed record StartBulkEdit(
    AccountId AccountId, IReadOnlyList<CardId> CardIds, SpendControlsInput Controls, string? Reason, Guid RequestId)
    : IRequest<Guid>, IAuthorizedRequest, IAuditedRequest
{
    public const int MaxCards = 5000;

    public Requirement Requirement => new ManagesAccount(AccountId);

    public AuditedAction Audit => new("spend_controls.bulk", AccountId.Value);
}

internal sealed class StartBulkEditValidator : AbstractValidator<StartBulkEdit>
{
    public StartBulkEditValidator()
    {
        RuleFor(r => r.CardIds).NotEmpty().WithReason(InvalidReason.CardsRequired)
            .Must(ids => ids.Count <= StartBulkEdit.MaxCards).WithReason(InvalidReason.TooManyCards, (_, _) => [StartBulkEdit.MaxCards]);
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator())
            .Must(c => !c.IsEmpty).WithReason(InvalidReason.PartRequired);
        RuleFor(r => r.Reason).MaximumLength(500).WithReason(InvalidReason.ReasonTooLong);
    }
}

internal sealed class StartBulkEditHandler(
    ICardReader cards, IBulkEditStore edits, IBulkEditSignal signal, ICurrentActor current, TimeProvider time)
    : IRequestHandler<StartBulkEdit, Guid>
{
    public async Task<Guid> Handle(StartBulkEdit request, CancellationToken cancellationToken)
    {
        CardId[] ids = [.. request.CardIds.Distinct()];
        var views = await cards.GetByIdsAsync([request.AccountId], ids, cancellationToken);
        if (views.Count < ids.Length)
            throw new NotFoundException(EntityKind.Card);
        if (request.Controls.SpendingLimits is not null)
            CardsOfOneCurrency.Of(views);

        var actor = current.Actor;
        var id = IdOf(request, actor.UserId!);
        await edits.StartAsync(
            new BulkEdit(
                id, request.AccountId, actor.UserId!, actor.Name!, actor.IpAddress, time.GetUtcNow(), request.Controls,
                string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim()),
            ids, cancellationToken);
        signal.Wake();
        return id;
    }

    /// <summary>Of form, person and account together, so that nobody learns of another's by sending the same form's id.</summary>
    private static Guid IdOf(StartBulkEdit request, string userId) => new(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{request.RequestId:N}\n{userId}\n{request.AccountId}")).AsSpan(0, 16));
}
