using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Embedded;
using MediatR;

namespace CleanIssuing.Application.Embedded;

/// <summary>Opens Stripe's embedded components for a connected account (https://docs.stripe.com/api/account_sessions/create).</summary>
public sealed record CreateAccountSession(AccountId AccountId) : IRequest<AccountSessionCreated>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SeesAccount(AccountId);

    public AuditedAction Audit => new("embedded.session", AccountId.Value);
}

public sealed record AccountSessionCreated(AccountSession Session, EmbeddedFeatures Features) : IStripeAnswer, IAuditedAnswer
{
    public string? StripeRequestId => Session.StripeRequestId;

    public IReadOnlyList<Detail> AuditDetails => [new("embedded.features", [.. FeatureNames()])];

    private IEnumerable<string> FeatureNames() => new[]
    {
        (IsOn: Features.CardManagement, Name: "card_management"),
        (IsOn: Features.CardholderManagement, Name: "cardholder_management"),
        (IsOn: Features.CardSpendDisputeManagement, Name: "card_spend_dispute_management"),
        (IsOn: Features.SpendControlManagement, Name: "spend_control_management"),
    }.Where(f => f.IsOn).Select(f => f.Name);
}

internal sealed class CreateAccountSessionHandler(
    IAccountReader accounts, IAccessReader access, IEmbeddedSettings settings, IAccountSessionGateway stripe,
    IComponentSessionStore sessions, ICurrentActor current, TimeProvider time)
        : IRequestHandler<CreateAccountSession, AccountSessionCreated>
{
    public async Task<AccountSessionCreated> Handle(CreateAccountSession request, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(request.AccountId, cancellationToken) ?? throw new NotFoundException(EntityKind.Account);
        if (account.Kind != AccountKind.Connected)
            throw new RuleViolationException(RefusalReason.PlatformAccount);

        var actor = current.Actor;
        var isAdmin = await access.IsAdminAsync(actor.UserId!, account.Id, cancellationToken);
        var features = EmbeddedFeatures.For(isAdmin, account, settings.Of(account.Id));
        var session = await stripe.CreateAsync(account.Id, features, cancellationToken);
        await sessions.AddAsync(
            new ComponentSession(
                account.Id, actor.UserId!, actor.Name!, actor.IpAddress, features.SpendControlManagement, time.GetUtcNow()),
            CancellationToken.None);
        return new AccountSessionCreated(session, features);
    }
}
