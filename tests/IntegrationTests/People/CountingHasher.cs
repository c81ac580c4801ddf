using CleanIssuing.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CleanIssuing.IntegrationTests.People;

/// <summary>Counts what a hash costs: its rounds.</summary>
internal sealed class CountingHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<AppUser>(options)
{
    public List<uint> Checked { get; } = [];

    public override PasswordVerificationResult VerifyHashedPassword(AppUser user, string hashedPassword, string providedPassword)
    {
        Checked.Add(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hashedPassword).AsSpan(5)));
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
