using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CleanIssuing.Infrastructure.Identity;

/// <summary>The hash that is checked for people who do not exist, so that it takes as long as for those who do.</summary>
internal sealed class StandInHash(IOptions<PasswordHasherOptions> options)
{
    private readonly Lazy<string> _value = new(() =>
        new PasswordHasher<AppUser>(options).HashPassword(Nobody, Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));

    private static readonly byte[] Salt = new byte[32];

    public static AppUser Nobody { get; } = new();

    public string Value => _value.Value;

    /// <summary>Works as long as is missing where a hash has fewer rounds, so that its age does not show.</summary>
    public void MakeUpFor(string hash, string password)
    {
        if (options.Value.IterationCount - (int)Rounds(hash) is > 0 and var missing)
            Rfc2898DeriveBytes.Pbkdf2(password, Salt, missing, HashAlgorithmName.SHA512, Salt.Length);
    }

    /// <summary>Whether a hash was made with fewer rounds than the present settings ask for.</summary>
    public bool IsWeaker(string hash) => Rounds(hash) < options.Value.IterationCount;

    /// <summary>
    /// Version 3 of Identity's format: its mark, the function, then the rounds, each a number of four bytes
    /// (https://github.com/dotnet/aspnetcore, PasswordHasher).
    /// </summary>
    private static uint Rounds(string hash)
    {
        const byte version3 = 0x01;
        var bytes = Convert.FromBase64String(hash);
        return bytes is [version3, ..] && bytes.Length > 9 ? BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)) : 0;
    }
}
