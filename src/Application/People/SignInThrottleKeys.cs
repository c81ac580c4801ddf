using System.Security.Cryptography;
using System.Text;

namespace CleanIssuing.Application.People;

/// <summary>Under what the failures of a sign-in are counted. Hashed, because what was typed may be anything.</summary>
internal sealed record SignInThrottleKeys(string Here, string Anywhere)
{
    public static SignInThrottleKeys Of(string email, string place)
    {
        // As Identity looks people up: another spelling of the same address is the same person.
        var person = email.Trim().Normalize().ToUpperInvariant();
        return new(Hash(person + "\n" + place), Hash(person));
    }

    /// <summary>
    /// At sign-in wherever from, for who gets as far as here knows the password; after it in each session, so that somebody who has taken
    /// over one cannot lock its person out.
    /// </summary>
    public static string OfSecondFactor(string userId, string session = "") => Hash($"second factor\n{userId}\n{session}");

    public static string OfPasswordCheck(string userId) => Hash("password check\n" + userId);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
