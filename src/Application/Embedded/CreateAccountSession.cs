using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Embedded;
using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Embedded;

/// <summary>
/// Opens Stripe's embedded issuing components for an account, with what the person's role and the account's settings allow
/// (https://docs.stripe.com/api/account_sessions/create). Never for a cardholder: the components open the whole account.
/// </summary>
/// <param name="AccountId">The connected account.</param>
public sealed record CreateAccountSession(string AccountId) : IRequest<AccountSessionCreated>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new SeesAccount(AccountId);

    /// <inheritdoc />
    public AuditedAction Audit => new("embedded.session", AccountId);
}

/// <summary>A session that may leave for the browser: the trail has it.</summary>
/// <param name="Session">The session.</param>
/// <param name="Features">What it grants.</param>
public sealed record AccountSessionCreated(AccountSession Session, EmbeddedFeatures Features) : IStripeAnswer, IAuditedAnswer
{
    /// <inheritdoc />
    public string? StripeRequestId => Session.StripeRequestId;

    /// <inheritdoc />
    public string AuditDetails => string.Join(", ", new[]
    {
        (Features.CardManagement, "card_management"), (Features.CardholderManagement, "cardholder_management"),
        (Features.CardSpendDisputeManagement, "card_spend_dispute_management"), (Features.SpendControlManagement, "spend_control_management"),
    }.Where(f => f.Item1).Select(f => f.Item2).DefaultIfEmpty("to look at"));
}

internal sealed class CreateAccountSessionValidator : AbstractValidator<CreateAccountSession>
{
    public CreateAccountSessionValidator() =>
        RuleFor(r => r.AccountId).Must(AccountId.IsValid).OverridePropertyName("account").WithMessage("account must be the id of an account: acct_…");
}

internal sealed class CreateAccountSessionHandler(
    ICardReader cards, IAccessReader access, IEmbeddedSettings settings, IAccountSessionGateway stripe, IOpenedComponents opened, ICurrentActor current,
    TimeProvider time) : IRequestHandler<CreateAccountSession, AccountSessionCreated>
{
    public async Task<AccountSessionCreated> Handle(CreateAccountSession request, CancellationToken cancellationToken)
    {
        var account = await cards.AccountAsync(AccountId.Parse(request.AccountId), cancellationToken) ?? throw new NotFoundException("account");
        if (account.Kind != AccountKind.Connected)
            throw new RuleViolationException(
                "Stripe's components are made for connected accounts; the platform's own cards are on the portal's own pages.", "platform_account");

        var actor = current.Actor;
        var role = await access.IsAdminAsync(actor.UserId!, account.Id, cancellationToken) ? Role.Admin : Role.Viewer;
        var features = EmbeddedFeatures.For(role, account, settings.Of(account.Id));
        var session = await stripe.CreateAsync(account.Id, features, cancellationToken);
        await opened.AddAsync(
            new OpenedComponents(account.Id, actor.UserId!, actor.Name!, actor.IpAddress, features.SpendControlManagement, time.GetUtcNow()),
            CancellationToken.None);
        return new AccountSessionCreated(session, features);
    }
}
