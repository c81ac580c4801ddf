namespace CleanIssuing.Application.Common.Errors;

/// <summary>Of several steps the first were taken, and then one failed. The words say what was done and what is left to do.</summary>
public sealed class PartlyDoneException : ExpectedException
{
    /// <param name="failure">What the last step failed with; its words come after those of <paramref name="reason"/>.</param>
    public PartlyDoneException(RefusalReason reason, ExpectedException failure, params IReadOnlyList<object> arguments)
        : base(reason, arguments)
    {
        Failure = failure;
        StripeRequestId = failure.StripeRequestId;
    }

    public ExpectedException Failure { get; }
}
