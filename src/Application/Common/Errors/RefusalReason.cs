namespace CleanIssuing.Application.Common.Errors;

/// <summary>
/// Why something that was asked for did not happen. The words for people stand in WebUi's resources, under the same names.
/// </summary>
public enum RefusalReason
{
    SignInRequired,
    Forbidden,

    /// <summary>First the person proves anew that it is them.</summary>
    StepUpRequired,

    /// <summary>The code is none of the person's, or was used before.</summary>
    CodeWrong,

    /// <summary>Too many wrong codes.</summary>
    CodesLocked,
    PasswordWrong,

    /// <summary>The browser’s answer does not hold, or came too late.</summary>
    PasskeyRefused,

    /// <summary>The person has as many passkeys as they may have.</summary>
    PasskeysAtMost,
    SecondFactorMissing,
    SecondFactorThere,

    /// <summary>The key of an authenticator app was made too long ago to be confirmed.</summary>
    SetUpTooOld,
    NotFound,

    /// <summary>Another change of the same thing has not ended yet.</summary>
    OperationInProgress,

    /// <summary>The same request ended too long ago to be answered as a second click.</summary>
    RequestTooOld,
    ControlsChanged,

    /// <summary>What the same form did before is no longer so.</summary>
    ChangedSince,

    /// <summary>A bulk edit changed nothing that can be taken back, or is not finished.</summary>
    BulkEditNotUndoable,

    CardCanceled,
    CardFrozen,
    CardState,
    CardReplaced,

    /// <summary>Stripe does not replace this card for this reason.</summary>
    ReplacementReasonRefused,

    /// <summary>The lost card is canceled, and its replacement could not be issued.</summary>
    CanceledNotReplaced,

    /// <summary>The lost card is canceled, and it is not known whether its replacement was issued.</summary>
    CanceledReplacementUnconfirmed,

    /// <summary>A card that its cardholder cannot activate: not a new one that has arrived.</summary>
    NotActivatedHere,

    /// <summary>The card has the number of one that was reported lost or stolen.</summary>
    NumberInWrongHands,
    NotFrozenHere,
    FrozenByAdmin,
    CardholderNotActive,
    SeveralCurrencies,
    SeveralAccounts,
    PlatformAccount,
    LiveMode,
    PasswordRefused,
    AccountUnknown,
    CardholderOfAnotherAccount,

    StripeTimeout,
    StripeUnreachable,
    StripeRateLimited,
    StripeFailed,

    /// <summary>Stripe has failed so often that it is left alone for a few seconds.</summary>
    StripeCircuitOpen,
    StripeUnconfirmed,
    PlatformUnconfirmed,

    StripeRefused,
    StripePermission,
    NonceRefused,
    KeyRefused,
    ElementsNotEnabledForConnect,
    ComponentsRefused,
    MissingAtStripe,
    ControlsRefused,

    /// <summary>Stripe does not let a list of categories be emptied.</summary>
    CategoriesNotCleared,

    /// <summary>Stripe does not let a list of categories be emptied, and so not the other one take its place.</summary>
    ListsNotSwitched,

    /// <summary>Stripe does not let the last limit be removed.</summary>
    LimitsNotCleared,

    /// <summary>Stripe took one list away, refused the other, and has the old one back.</summary>
    ControlsPutBack,

    /// <summary>Stripe took one list away, and has neither the new nor the old one now.</summary>
    ControlsLost,
    ShippingRefused,
    CurrencyRefused,
}
