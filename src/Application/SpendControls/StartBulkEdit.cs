using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Begins to make the same change of spending controls to many cards. Each card is changed, and audited, for itself.</summary>
/// <param name="AccountId">The account of the cards.</param>
/// <param name="CardIds">The cards. They share a currency.</param>
/// <param name="Controls">The change; what is left out is not touched.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequestId">The form's own id, so that a second click starts nothing new.</param>
public sealed record StartBulkEdit(string AccountId, IReadOnlyList<string> CardIds, SpendControlsInput Controls, string? Reason, Guid RequestId)
    : IRequest<Guid>, IAuthorizedRequest, IAuditedRequest
{
    /// <summary>How many cards may be changed at once.</summary>
    public const int MostCards = 5000;

    /// <inheritdoc />
    public Requirement Requirement => new ManagesAccount(AccountId);

    /// <inheritdoc />
    public AuditedAction Audit => new("spend_controls.bulk", AccountId);
}

internal sealed class StartBulkEditValidator : AbstractValidator<StartBulkEdit>
{
    public StartBulkEditValidator()
    {
        RuleFor(r => r.CardIds).NotEmpty().WithMessage("Choose at least one card.")
            .Must(ids => ids.Count <= StartBulkEdit.MostCards).WithMessage($"At most {StartBulkEdit.MostCards} cards can be changed at once.");
        RuleForEach(r => r.CardIds).Must(CardId.IsValid).WithMessage("A card id starts with ic_.");
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator())
            .Must(c => !c.IsEmpty)
            .WithMessage("Choose at least one part to change.");
        RuleFor(r => r.Reason).MaximumLength(500).WithMessage("Keep the reason within 500 characters.");
    }
}

internal sealed class StartBulkEditHandler(
    ICardReader cards, IBulkEditStore edits, IBulkEditSignal signal, ICurrentActor current, TimeProvider time) : IRequestHandler<StartBulkEdit, Guid>
{
    public async Task<Guid> Handle(StartBulkEdit request, CancellationToken cancellationToken)
    {
        var account = AccountId.Parse(request.AccountId);
        CardId[] ids = [.. request.CardIds.Select(CardId.Parse).Distinct()];
        var views = await cards.ThoseAsync(account, ids, cancellationToken);
        if (views.Count < ids.Length)
            throw new NotFoundException("card");
        if (request.Controls.SpendingLimits is not null)
            CardsOfOneCurrency.Of(views);

        await edits.StartAsync(
            new BulkEdit(
                request.RequestId, account, current.Actor.UserId!, current.Actor.Name!, current.Actor.IpAddress, time.GetUtcNow(), request.Controls,
                string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim()),
            ids, cancellationToken);
        signal.Wake();
        return request.RequestId;
    }
}
