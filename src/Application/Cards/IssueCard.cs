using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.Cards;

/// <summary>Issues a card to a cardholder of the account.</summary>
/// <param name="Type"><c>virtual</c> or <c>physical</c>.</param>
/// <param name="Activate">Whether a virtual card can be used immediately.</param>
/// <param name="Shipping">Where a physical card is sent.</param>
/// <param name="Controls">What the card is made with; none leaves Stripe to write its default limit.</param>
/// <param name="Name">What it is called here.</param>
/// <param name="Color">One of <see cref="CardColor"/>; none leaves the usual one.</param>
public sealed record IssueCard(
    AccountId AccountId, CardholderId CardholderId, string Type, Currency Currency, bool Activate, ShippingAddress? Shipping,
    string? RequestId = null, SpendingControls? Controls = null, string? Name = null, string? Color = null)
    : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesAccount(AccountId);

    public AuditedAction Audit => new(StripeOperation.IssueKind, CardholderId.Value);
}

internal sealed class IssueCardValidator : AbstractValidator<IssueCard>
{
    public IssueCardValidator()
    {
        RuleFor(r => r.Type).Must(type => type is "virtual" or "physical").WithReason(InvalidReason.CardTypeRequired);
        RuleFor(r => r.RequestId).MaximumLength(StripeOperation.LongestRequestId);
        RuleFor(r => r.Name).MaximumLength(CardLabel.LongestName);
        RuleFor(r => r.Color).Must(c => Codes.Find<CardColor>(c) is not null).When(r => r.Color is not null)
            .WithReason(InvalidReason.CardColor);
        RuleFor(r => r.Controls).Must((r, c) => c!.LimitsCurrency is not { } limits || limits == r.Currency)
            .When(r => r.Controls is not null).WithReason(InvalidReason.TemplateCurrency);
        RuleFor(r => r.Shipping).NotNull().When(r => r.Type == "physical").WithReason(InvalidReason.ShippingRequired);
        RuleFor(r => r.Shipping!).SetValidator(new ShippingAddressValidator()).When(r => r.Type == "physical" && r.Shipping is not null);
    }
}

internal sealed partial class IssueCardHandler(
    CardIssuing issuing, ICardholderReader cardholders, ICardLabelStore labels, ILogger<IssueCardHandler> logger)
    : IRequestHandler<IssueCard, CardChanged>
{
    public async Task<CardChanged> Handle(IssueCard request, CancellationToken cancellationToken)
    {
        var cardholder = await cardholders.FindAsync(request.CardholderId, cancellationToken);
        if (cardholder is null || cardholder.AccountId != request.AccountId)
            throw new NotFoundException(EntityKind.Cardholder);
        if (cardholder.Status != CardholderStatus.Active)
            throw new RuleViolationException(RefusalReason.CardholderNotActive, cardholder.Name);

        var physical = request.Type == "physical";
        var card = new NewCard(
            cardholder.Id, physical ? CardType.Physical : CardType.Virtual, request.Currency, request.Activate && !physical,
            physical ? request.Shipping : null, request.Controls);
        var answer = await issuing.IssueAsync(
            card, request.AccountId, cardholder.Id.Value, StripeOperation.IssueKind, request.RequestId, () => Task.CompletedTask,
            cancellationToken);
        // The card is there, whatever becomes of its name.
        if (!string.IsNullOrWhiteSpace(request.Name) || request.Color is not null)
            await TryNameAsync(answer.State.Id, request);
        return new CardChanged(
            answer.State, answer.StripeRequestId, [new Detail("card.issued", request.Type, answer.State.Id.Value, answer.State.Last4)]);
    }

    private async Task TryNameAsync(CardId card, IssueCard request)
    {
        try
        {
            var color = Codes.Find<CardColor>(request.Color) ?? CardColor.Iris;
            // A second click of the form, or a form that is sent again later, must not take away what the holder has called it since.
            await labels.AddAsync(
                new CardLabel(card, request.AccountId, request.Name?.Trim() ?? "", color), CancellationToken.None);
        }
        catch (Exception failure)
        {
            LogNotNamed(failure, card);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The card {Card} was issued, but what it is called could not be kept")]
    private partial void LogNotNamed(Exception failure, CardId card);
}
