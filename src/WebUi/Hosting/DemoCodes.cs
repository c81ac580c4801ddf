using System.Security.Cryptography;
using System.Text;
using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>On in the sandbox alone, whose card numbers are nobody's.</summary>
internal sealed class DemoCodes(PortalInfo portal, TimeProvider time) : IDemoCodes
{
    public bool IsOn => portal.Mode == PortalMode.Sandbox;

    public string CodeOf(string userId) => IsOn
        ? Totp.CodeAt(KeyOf(userId), time.GetUtcNow())
        : throw new InvalidOperationException("There are no demo codes outside the sandbox.");

    public bool IsRight(string userId, string code) => IsOn && Totp.Match(KeyOf(userId), code, time.GetUtcNow()) is not null;

    private static byte[] KeyOf(string userId) => SHA256.HashData(Encoding.UTF8.GetBytes("demo code of " + userId))[..Totp.KeyLength];
}
