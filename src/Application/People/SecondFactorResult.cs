namespace CleanIssuing.Application.People;

/// <summary>What became of a code that somebody typed in.</summary>
public enum SecondFactorResult
{
    Wrong,

    /// <summary>Too many wrong ones: even the right one is refused for a while.</summary>
    Locked,

    /// <summary>The code of the person's authenticator app.</summary>
    Authenticator,

    /// <summary>A passkey of the person's.</summary>
    Passkey,

    /// <summary>One of the person's recovery codes, which is used up now.</summary>
    RecoveryCode,
}
