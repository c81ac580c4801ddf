using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.Cards;

/// <summary>Our replica of a cardholder: the person or company that cards are issued to.</summary>
public sealed record Cardholder : IControlsOwner
{
    public required CardholderId Id { get; init; }

    /// <summary>The account they belong to.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The name printed on their cards.</summary>
    public required string Name { get; init; }

    /// <summary>Their e-mail address, where Stripe has one.</summary>
    public string? Email { get; init; }

    /// <summary>Whether their cards can be used.</summary>
    public required CardholderStatus Status { get; init; }

    /// <summary>The spending controls that hold for all their cards together.</summary>
    public SpendingControls SpendingControls { get; init; } = SpendingControls.None;

    /// <summary>The time of the state shown here (UTC).</summary>
    public required DateTimeOffset AsOf { get; init; }

    string IControlsOwner.OwnerId => Id.Value;

    Currency? IControlsOwner.LimitsCurrency => SpendingControls.LimitsCurrency;
}
