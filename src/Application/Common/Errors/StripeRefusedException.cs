namespace CleanIssuing.Application.Common.Errors;

/// <summary>Stripe answered, and said no; trying the same again will not help.</summary>
public sealed class StripeRefusedException(RefusalReason reason) : ExpectedException(reason)
{
    /// <summary>The parameter that Stripe says it is about, as it was sent: <c>spending_controls[allowed_categories]</c>.</summary>
    public string? Parameter { get; init; }

    /// <summary>Whether an earlier step was taken all the same, so that what is kept here has to be read from Stripe again.</summary>
    public bool IsPartial { get; init; }
}
