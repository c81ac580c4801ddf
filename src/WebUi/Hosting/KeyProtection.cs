using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Encrypts the keys that protect cookies and authenticator apps with a certificate, where one is set.</summary>
internal static partial class KeyProtection
{
    /// <exception cref="StartupException">The certificate cannot be used.</exception>
    public static void AddKeyProtection(this WebApplicationBuilder builder)
    {
        var options = Options(builder.Configuration);
        if (!string.IsNullOrEmpty(options.CertificatePath))
            builder.Services.AddDataProtection().ProtectKeysWithCertificate(Load(options));
    }

    /// <summary>Says how to keep whoever reads the database from making cookies, where nothing does.</summary>
    public static void WarnOfPlainKeys(this WebApplication app)
    {
        if (app.Environment.IsProduction() && string.IsNullOrEmpty(Options(app.Configuration).CertificatePath))
            LogPlainKeys(app.Logger);
    }

    private static KeyProtectionOptions Options(IConfiguration configuration) =>
        configuration.GetSection(KeyProtectionOptions.Section).Get<KeyProtectionOptions>() ?? new KeyProtectionOptions();

    private static X509Certificate2 Load(KeyProtectionOptions options)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath!, options.CertificatePassword);
            return certificate.HasPrivateKey
                ? certificate
                : throw new StartupException(
                    "KeyProtection:CertificatePath holds no private key: with it, keys could be written but not read.");
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                "KeyProtection:CertificatePath cannot be read as a PKCS #12 file with KeyProtection:CertificatePassword: " + wrong.Message);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "The keys that protect cookies and authenticator apps lie in the database as they are. Set KeyProtection:CertificatePath and "
        + "KeyProtection:CertificatePassword to a PKCS #12 file, and they are encrypted with it from the next key on")]
    private static partial void LogPlainKeys(ILogger logger);
}
