namespace CleanIssuing.Application.Common.Errors;

/// <summary>Stripe answered, and said no; trying the same again will not help.</summary>
public sealed class StripeRefusedException(RefusalReason reason) : ExpectedException(reason);
