using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.Authorizations;

/// <summary>Our replica of a transaction: money that moved.</summary>
public sealed record IssuingTransaction
{
    /// <summary>Stripe's id, <c>ipi_…</c>.</summary>
    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required CardId CardId { get; init; }

    /// <summary>The authorization it belongs to; none for one that was forced, or for some refunds.</summary>
    public AuthorizationId? AuthorizationId { get; init; }

    /// <summary>In the currency of the card; negative for a capture, as Stripe writes it.</summary>
    public required Money Amount { get; init; }

    public required TransactionType Type { get; init; }

    public required string Merchant { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the state shown here (UTC).</summary>
    public required DateTimeOffset AsOf { get; init; }
}
