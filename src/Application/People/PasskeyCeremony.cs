namespace CleanIssuing.Application.People;

/// <summary>A question to the browser’s authenticator, which is answered once and within minutes.</summary>
/// <param name="Id">What the answer refers to. A secret of the browser that asked.</param>
/// <param name="Options">What the browser is asked for, as JSON (https://www.w3.org/TR/webauthn-3/).</param>
public sealed record PasskeyCeremony(string Id, string Options)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(PasskeyCeremony);
}
