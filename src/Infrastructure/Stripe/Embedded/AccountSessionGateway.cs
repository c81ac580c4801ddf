using System.Net;
using CleanIssuing.Application.Embedded;
using CleanIssuing.Domain.Embedded;
using Stripe;
using AccountSession = CleanIssuing.Application.Embedded.AccountSession;

namespace CleanIssuing.Infrastructure.Stripe.Embedded;

/// <summary>https://docs.stripe.com/api/account_sessions/create</summary>
internal sealed class AccountSessionGateway(IStripeClient stripe) : IAccountSessionGateway
{
    public async Task<AccountSession> CreateAsync(AccountId account, EmbeddedFeatures features, CancellationToken cancellationToken)
    {
        var options = new AccountSessionCreateOptions
        {
            Account = account.Value,
            Components = new AccountSessionComponentsOptions
            {
                IssuingCard = new AccountSessionComponentsIssuingCardOptions
                {
                    Enabled = true,
                    Features = new AccountSessionComponentsIssuingCardFeaturesOptions
                    {
                        CardManagement = features.CardManagement,
                        CardholderManagement = features.CardholderManagement,
                        CardSpendDisputeManagement = features.CardSpendDisputeManagement,
                        SpendControlManagement = features.SpendControlManagement,
                    },
                },
                IssuingCardsList = new AccountSessionComponentsIssuingCardsListOptions
                {
                    Enabled = true,
                    Features = new AccountSessionComponentsIssuingCardsListFeaturesOptions
                    {
                        CardManagement = features.CardManagement,
                        CardholderManagement = features.CardholderManagement,
                        CardSpendDisputeManagement = features.CardSpendDisputeManagement,
                        SpendControlManagement = features.SpendControlManagement,
                        // Stripe refuses the parameter itself where it does not allow it.
                        DisableStripeUserAuthentication = features.DisableStripeUserAuthentication ? true : null,
                    },
                },
            },
        };
        var session = await StripeErrors.CallAsync(
            () => new AccountSessionService(stripe).CreateAsync(options, null, cancellationToken), Refusal, cancellationToken);
        return new AccountSession(session.ClientSecret, session.StripeResponse?.RequestId);
    }

    // The components are a preview: an account may have no access to them.
    private static StripeRefusedException? Refusal(StripeException failure) =>
        failure.HttpStatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden
            ? new StripeRefusedException(RefusalReason.ComponentsRefused) { StripeRequestId = StripeErrors.RequestId(failure) }
            : null;
}
