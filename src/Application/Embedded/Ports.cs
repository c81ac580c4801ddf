using CleanIssuing.Domain.Embedded;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.Embedded;

/// <summary>A session that opens an account's components in one browser. Its secret has no text form.</summary>
/// <param name="ClientSecret">The secret, for the browser of the person it was made for.</param>
/// <param name="StripeRequestId">Stripe's id of the request.</param>
public sealed record AccountSession(string ClientSecret, string? StripeRequestId)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(AccountSession);
}

/// <summary>Makes account sessions at Stripe.</summary>
public interface IAccountSessionGateway
{
    /// <summary>Makes a session for both issuing components with these features.</summary>
    /// <exception cref="Common.StripeRefusedException">Stripe said no: the components are a preview that not every account has.</exception>
    Task<AccountSession> CreateAsync(AccountId account, EmbeddedFeatures features, CancellationToken cancellationToken);
}

/// <summary>What accounts allow in the components, as the operator has set it.</summary>
public interface IEmbeddedSettings
{
    /// <summary>The account's settings.</summary>
    EmbeddedSettings Of(AccountId account);
}

/// <summary>Who has had an account's components open.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="UserId">The person.</param>
/// <param name="UserName">Their sign-in name.</param>
/// <param name="IpAddress">The address they came from.</param>
/// <param name="CanManage">Whether they could change spend controls there.</param>
/// <param name="At">When it was opened (UTC).</param>
public sealed record OpenedComponents(AccountId AccountId, string UserId, string UserName, string? IpAddress, bool CanManage, DateTimeOffset At);

/// <summary>Keeps who has had components open.</summary>
public interface IOpenedComponents
{
    /// <summary>Keeps that somebody opened them.</summary>
    Task AddAsync(OpenedComponents opened, CancellationToken cancellationToken);

    /// <summary>Who could change controls in the account's components since a moment, the latest first.</summary>
    Task<IReadOnlyList<OpenedComponents>> SinceAsync(AccountId account, DateTimeOffset since, CancellationToken cancellationToken);
}
