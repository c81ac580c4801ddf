namespace CleanIssuing.Application.People;

/// <summary>
/// Codes that the sandbox shows to demo people who have no authenticator app, so that nobody needs a phone to look around. Off with
/// Stripe's keys.
/// </summary>
public interface IDemoCodes
{
    bool IsOn { get; }

    /// <summary>The code of this person at this moment.</summary>
    string CodeOf(string userId);

    bool IsRight(string userId, string code);
}
