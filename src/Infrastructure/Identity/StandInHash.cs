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

    public static AppUser Nobody { get; } = new();

    public string Value => _value.Value;

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
