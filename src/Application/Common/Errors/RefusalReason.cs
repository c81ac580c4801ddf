namespace CleanIssuing.Application.Common.Errors;

/// <summary>
/// Why something that was asked for did not happen. The words for people stand in WebUi's resources, under the same names.
/// </summary>
public enum RefusalReason
{
    SignInRequired,
    Forbidden,
    NotFound,

    /// <summary>Another change of the same thing has not ended yet.</summary>
    OperationInProgress,

    /// <summary>The same request ended too long ago to be answered as a second click.</summary>
    RequestTooOld,
    ControlsChanged,

    /// <summary>What the same form did before is no longer so.</summary>
    ChangedSince,

    CardCanceled,
    CardState,
    CardReplaced,
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
    CardRefused,
    ElementsNotEnabledForConnect,
    ComponentsRefused,
    MissingAtStripe,
    ControlsRefused,
    ShippingRefused,
    CurrencyRefused,
}
