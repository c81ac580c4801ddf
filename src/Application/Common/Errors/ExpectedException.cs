namespace CleanIssuing.Application.Common.Errors;

/// <summary>A failure that can be expected and that a person can act on. It carries a reason and arguments; WebUi has the words.</summary>
public abstract class ExpectedException(RefusalReason reason, params IReadOnlyList<object> arguments) : Exception(reason.ToCode())
{
    public RefusalReason Reason { get; } = reason;

    /// <summary>What the words are filled with, in their order: ids, digits, names, enum values.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>Stripe's id of the request, for Stripe Support, where Stripe was asked.</summary>
    public string? StripeRequestId { get; init; }
}
