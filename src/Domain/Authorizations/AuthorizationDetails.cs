using System.Collections.Immutable;

namespace CleanIssuing.Domain.Authorizations;

/// <summary>What is told of a purchase on its own page, and what rules may look at.</summary>
public sealed record AuthorizationDetails
{
    public static AuthorizationDetails None { get; } = new();

    /// <summary>Each time that Stripe was asked: the purchase itself, then its increments; the earliest first.</summary>
    public ImmutableArray<AuthorizationRequest> Requests { get; init; } = [];

    /// <summary>Questions put to the cardholder about a suspicious purchase, the latest last.</summary>
    public ImmutableArray<FraudChallenge> FraudChallenges { get; init; } = [];

    public AuthorizationVerification Verification { get; init; } = AuthorizationVerification.None;

    /// <summary>How the card was read, as Stripe writes it: <c>chip</c>, <c>contactless</c>, <c>online</c>.</summary>
    public string Method { get; init; } = "";

    /// <summary>The number of the terminal; empty where unknown.</summary>
    public string TerminalId { get; init; } = "";

    public string PostalCode { get; init; } = "";

    /// <summary>The merchant's state or province.</summary>
    public string State { get; init; } = "";

    /// <summary>The id of the wallet's token, <c>intok_…</c>; empty where the card itself was used.</summary>
    public string TokenId { get; init; } = "";

    /// <summary>What the account wrote to it at Stripe.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public bool Equals(AuthorizationDetails? other) =>
        other is not null
        && (Verification, Method, TerminalId, PostalCode, State, TokenId)
            == (other.Verification, other.Method, other.TerminalId, other.PostalCode, other.State, other.TokenId)
        && Requests.SequenceEqual(other.Requests) && FraudChallenges.SequenceEqual(other.FraudChallenges)
        && Metadata.SequenceEqual(other.Metadata);

    public override int GetHashCode() => HashCode.Combine(Method, Requests.Length, FraudChallenges.Length, Metadata.Count);
}
