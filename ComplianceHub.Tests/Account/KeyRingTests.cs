using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using AddKeyRing = ComplianceHub.Account.KeyRing;

namespace ComplianceHub.Tests.Account;

/// <summary>With a certificate, the keys of sessions are encrypted where they lie.</summary>
public sealed class KeyRingTests() : AccountTests(new HubApplication
{
    StartsAnew = true,
    Settings = { ["Account:KeyCertificate"] = Certificate.Value, ["Account:KeyCertificatePassword"] = "of the file" },
})
{
    private static readonly Lazy<string> Certificate = new(Make);

    [Fact]
    public async Task No_key_can_be_read_in_the_database()
    {
        Assert.Equal("/", Browser.Target(await Browser.SignInAsync("viewer")));
        await using var scope = Hub.Services.CreateAsyncScope();
        var keys = await scope.ServiceProvider.GetRequiredService<HubDbContext>().DataProtectionKeys.Select(key => key.Xml).ToListAsync(Ct);
        Assert.NotEmpty(keys);
        Assert.All(keys, xml =>
        {
            Assert.Contains("EncryptedData", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("missing.pfx", "of the file"), InlineData(null, "another")]
    public void A_certificate_that_cannot_be_read_is_named(string? file, string password)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Account:KeyCertificate"] = file ?? Certificate.Value;
        builder.Configuration["Account:KeyCertificatePassword"] = password;
        Assert.Contains("Account:KeyCertificate", Assert.Throws<DomainException>(() => AddKeyRing.AddHubKeyRing(builder)).Message, StringComparison.Ordinal);
    }

    private static string Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=ComplianceHub keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Path.Combine(Directory.CreateTempSubdirectory("compliancehub-key-").FullName, "keys.pfx");
        File.WriteAllBytes(file, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, "of the file"));
        return file;
    }
}
