using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ComplianceHub.Tests.Reports.Signing;

/// <summary>A time-stamp server on this machine (RFC 3161), which can also misbehave.</summary>
internal sealed class TimeStampAuthority : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _running;
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly CancellationTokenSource _stop = new();

    public TimeStampAuthority(Func<HttpListenerContext, CancellationToken, Task>? instead = null)
    {
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _running = RunAsync(instead ?? AnswerAsync);
    }

    public static DateTimeOffset Time => new(2026, 11, 23, 13, 32, 5, TimeSpan.Zero);

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Close();
        await _running;
        _certificate.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(Func<HttpListenerContext, CancellationToken, Task> answer)
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                await answer(context, _stop.Token);
                context.Response.Close();
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context, CancellationToken ct)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body, ct);
        Assert.Equal("application/timestamp-query", context.Request.ContentType);
        Assert.True(Rfc3161TimestampRequest.TryDecode(body.ToArray(), out var request, out _));
        var answer = Response(Token(request));
        context.Response.ContentType = "application/timestamp-reply";
        await context.Response.OutputStream.WriteAsync(answer, ct);
    }

    private byte[] Token(Rfc3161TimestampRequest request)
    {
        var info = new Rfc3161TimestampTokenInfo(new Oid("1.3.6.1.4.1.13762.3"), request.HashAlgorithmId, request.GetMessageHash(), new byte[] { 1, 2, 3 }, Time, nonce: request.GetNonce());
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), info.Encode()));
        var signer = new CmsSigner(_certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(ComplianceHub.Reports.Signing.CertificateHashes.Attribute([_certificate]));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    private static byte[] Response(byte[] token)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
                writer.WriteInteger(0);
            writer.WriteEncodedValue(token);
        }
        return writer.Encode();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Test time-stamp authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        return request.CreateSelfSigned(Time.AddYears(-1), Time.AddYears(10));
    }
}
