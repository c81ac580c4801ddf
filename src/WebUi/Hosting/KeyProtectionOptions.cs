namespace CleanIssuing.WebUi.Hosting;

/// <summary>
/// What the keys that protect cookies are encrypted with, so that whoever reads the database cannot make cookies. Bound to the section
/// <c>KeyProtection</c>.
/// </summary>
public sealed class KeyProtectionOptions
{
    public const string Section = "KeyProtection";

    /// <summary>A PKCS #12 file with a certificate and its private key.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>A secret.</summary>
    public string? CertificatePassword { get; set; }
}
