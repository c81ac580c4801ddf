using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Data.Sqlite;

namespace CleanIssuing.IntegrationTests.Hosting;

public sealed class KeyProtectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cleanissuing-").FullName;

    private string Certificate => Path.Combine(_folder, "keys.pfx");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task With_a_certificate_nobody_reads_the_keys_in_the_database_and_sessions_go_on_after_a_restart()
    {
        WriteCertificate();
        string cookies;
        await using (var portal = await StartAsync("secret"))
        {
            using var jenny = new HttpUser(portal.Origin);
            await jenny.SignInAsync("jenny@demo.test");
            cookies = jenny.Cookies;
        }

        var database = TestDatabase.Sqlite(Path.Combine(_folder, "App_Data", "cleanissuing-sandbox.db"));
        var key = database.Text("SELECT Xml FROM DataProtectionKeys")!;
        key.ShouldContain("EncryptedData");
        key.ShouldNotContain("<value>");
        await using (var portal = await StartAsync("secret"))
        {
            using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
            {
                BaseAddress = portal.Origin,
            };
            http.DefaultRequestHeaders.Add("Cookie", cookies);
            using var home = await http.GetAsync(new Uri("/", UriKind.Relative));
            home.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_stops_start_up()
    {
        WriteCertificate();

        (await Should.ThrowAsync<StartupException>(() => StartAsync("wrong"))).Message.ShouldContain("KeyProtection:CertificatePath");
    }

    private void WriteCertificate()
    {
        using var rsa = RSA.Create(4096);
        var request = new CertificateRequest("CN=keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        File.WriteAllBytes(Certificate, certificate.Export(X509ContentType.Pkcs12, "secret"));
    }

    private Task<Portal> StartAsync(string password) => Portal.StartAsync(
    [
        "--environment=Development", $"--contentRoot={_folder}", "--urls=http://127.0.0.1:0", "--Sandbox:Url=http://127.0.0.1:0",
        $"--KeyProtection:CertificatePath={Certificate}", $"--KeyProtection:CertificatePassword={password}",
    ]);
}
