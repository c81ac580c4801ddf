namespace CleanIssuing.Application.CardDetails;

/// <summary>
/// Whether the person who asks may be shown PINs. Stripe demands two-factor authentication before any page that shows one
/// (https://docs.stripe.com/issuing/elements#security-requirements), and may suspend who does without.
/// </summary>
public interface IPinDisplayFeature
{
    bool IsOn { get; }
}
