using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CleanIssuing.Domain.People;

/// <summary>
/// One-time codes of an authenticator app, by RFC 6238 with what every app takes: SHA-1, six digits, a new code every 30 seconds.
/// </summary>
public static class Totp
{
    /// <summary>The key's length in bytes: RFC 4226 asks for 20.</summary>
    public const int KeyLength = 20;

    public const int Digits = 6;

    private const int Modulus = 1_000_000;

    // A phone's clock may be this many steps off.
    private const int Drift = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static byte[] CreateKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>The code that an app shows at this moment.</summary>
    public static string CodeAt(ReadOnlySpan<byte> key, DateTimeOffset at) => Code(key, StepOf(at));

    /// <summary>The step whose code this is; none where it is of no step near this moment.</summary>
    public static long? Match(ReadOnlySpan<byte> key, string code, DateTimeOffset at)
    {
        var now = StepOf(at);
        long? found = null;
        // Compared with each, so that the time tells nothing.
        for (var step = now - Drift; step <= now + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(code), System.Text.Encoding.UTF8.GetBytes(Code(key, step))))
                found = step;
        }

        return found;
    }

    /// <summary>The key as people type it into an app: in base 32 (RFC 4648), without padding.</summary>
    public static string ToBase32(ReadOnlySpan<byte> key)
    {
        var text = new System.Text.StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var part in key)
        {
            buffer = (buffer << 8) | part;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }

        if (bits > 0)
            text.Append(Base32[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    private static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    private static string Code(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Authenticator apps speak SHA-1; as an HMAC it is not known to be broken.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var part = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (part % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }
}
