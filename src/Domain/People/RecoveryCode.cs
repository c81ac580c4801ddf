using System.Security.Cryptography;
using System.Text;

namespace CleanIssuing.Domain.People;

/// <summary>
/// A code that signs in once for somebody who has lost their authenticator app: 24 characters without those that are mistaken for
/// others, in groups, which is more than the 112 bits that a plain hash wants (OWASP ASVS 5.0, 6.5.2). It never steps up.
/// </summary>
public static class RecoveryCode
{
    /// <summary>How many a person gets at a time.</summary>
    public const int Count = 10;

    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Groups = 4;
    private const int GroupLength = 6;

    public static string Create()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Groups * GroupLength);
        return string.Join('-', code.Chunk(GroupLength).Select(group => new string(group)));
    }

    /// <summary>What is kept of a code: it is long and random enough for a plain hash. Spaces, dashes and case do not count.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant())));
}
