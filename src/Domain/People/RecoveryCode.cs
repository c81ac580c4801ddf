using System.Security.Cryptography;
using System.Text;

namespace CleanIssuing.Domain.People;

/// <summary>
/// A code that signs in once for somebody who has lost their authenticator app: ten characters without those that are mistaken for
/// others, in two groups. It never steps up.
/// </summary>
public static class RecoveryCode
{
    /// <summary>How many a person gets at a time.</summary>
    public const int Count = 10;

    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Group = 5;

    public static string Create()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, 2 * Group);
        return code[..Group] + "-" + code[Group..];
    }

    /// <summary>What is kept of a code: it is long and random enough for a plain hash. Spaces, dashes and case do not count.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant())));
}
