using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.CardDetails;

/// <summary>
/// Which Issuing Elements a card may show, and how Stripe.js has to be started for them
/// (https://docs.stripe.com/issuing/elements).
/// </summary>
public sealed record ElementsConfiguration
{
    private const string WalletBeta = "issuing_add_to_wallet_button_element_1";
    private const string PhysicalDetailsBeta = "issuing_elements_2";

    private ElementsConfiguration()
    {
    }

    /// <summary>The Elements, in the order they are shown; empty for a canceled card.</summary>
    public required IReadOnlyList<CardElement> Elements { get; init; }

    /// <summary>The betas that Stripe.js is started with.</summary>
    public required IReadOnlyList<string> Betas { get; init; }

    /// <summary>The account that Stripe.js acts for; none for the platform's own cards.</summary>
    public required AccountId? StripeAccount { get; init; }

    /// <summary>Whether the card may be put into a phone's wallet: Stripe wants it active.</summary>
    public required bool Wallet { get; init; }

    /// <summary>Whether the person confirms that it is them before number, expiry and security code are shown.</summary>
    public bool CardWantsStepUp { get; init; }

    /// <summary>The same for the PIN.</summary>
    public bool PinWantsStepUp { get; init; }

    /// <summary>Whether anything can be shown at all.</summary>
    public bool IsEmpty => Elements.Count == 0;

    /// <summary>Whether there is a PIN that this person is not shown.</summary>
    public bool HidesPin => !IsEmpty && !Elements.Contains(CardElement.Pin);

    /// <summary>Whether the number and the security code are only on the card itself.</summary>
    public bool NumberIsOnlyOnTheCard => !IsEmpty && !Elements.Contains(CardElement.Number);

    /// <summary>Nothing at all, for whoever may see the card but not its details.</summary>
    public static ElementsConfiguration Nothing { get; } = new() { Elements = [], Betas = [], StripeAccount = null, Wallet = false };

    /// <summary>Decides for a card.</summary>
    /// <param name="account">The account that issued it.</param>
    /// <param name="physicalCardDetails">
    /// Whether this account shows the number and the security code of physical cards too: Stripe Support has to have enabled it.
    /// </param>
    /// <param name="pin">
    /// Whether this person may be shown the PIN, once they have proven that it is them: Stripe demands two-factor authentication before
    /// a page that shows one.
    /// </param>
    public static ElementsConfiguration For(Card card, Account account, bool physicalCardDetails, bool pin) => new()
    {
        Elements = [.. ElementsOf(card, physicalCardDetails).Where(e => pin || e != CardElement.Pin)],
        Betas = BetasFor(card, account, physicalCardDetails),
        StripeAccount = account.OnBehalfOf,
        Wallet = card.Status == CardStatus.Active,
    };

    private static CardElement[] ElementsOf(Card card, bool physicalCardDetails) => card switch
    {
        { Status: CardStatus.Canceled } => [],
        { Type: CardType.Virtual } => [CardElement.Number, CardElement.Expiry, CardElement.Cvc, CardElement.Pin],
        _ when physicalCardDetails => [CardElement.Number, CardElement.Expiry, CardElement.Cvc, CardElement.Pin],
        _ => [CardElement.Expiry, CardElement.Pin],
    };

    private static string[] BetasFor(Card card, Account account, bool physicalCardDetails)
    {
        var betas = new List<string>();
        if (account.Kind == AccountKind.Connected || card.Status == CardStatus.Active)
            betas.Add(WalletBeta);
        if (account.Kind == AccountKind.Connected || (card.Type == CardType.Physical && physicalCardDetails))
            betas.Add(PhysicalDetailsBeta);
        return [.. betas];
    }
}
