namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>
/// Stripe's texts are of any length, the database's columns are not: one that is too long must not stop what it came with.
/// </summary>
internal static class StripeText
{
    public static string Cut(string? text, int length) => text is null ? "" : text.Length <= length ? text : text[..length];
}
