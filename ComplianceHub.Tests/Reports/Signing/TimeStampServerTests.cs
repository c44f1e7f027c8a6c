using System.Text;
using ComplianceHub.Reports.Signing;
using ComplianceHub.Tests.Reports.Layout;

namespace ComplianceHub.Tests.Reports.Signing;

public sealed class TimeStampServerTests
{
    [Fact]
    public async Task A_server_that_answers_confirms_the_time()
    {
        await using var authority = new TimeStampAuthority();
        var signed = await SignAsync(authority.Address);
        Assert.Equal((TimeStampAuthority.Time, null), (signed.TimeStamp, signed.TimeStampMissing));
        var result = PdfVerifier.Verify(signed.Pdf, SignedSample.Known);
        Assert.Equal((Authenticity.Authentic, TimeStampAuthority.Time, "CN=Test time-stamp authority"), (result.Authenticity, result.TimeStamp, result.TimeStampAuthority));
        Assert.Contains("Signature is Valid.", OutsideTool.Run("pdfsig", "poppler-utils", signed.Pdf, "FILE"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_stamp_of_another_signature_is_seen()
    {
        await using var authority = new TimeStampAuthority();
        var signed = await SignAsync(authority.Address);
        var range = SignatureRange.In(signed.Pdf)[0];
        var text = Encoding.ASCII.GetString(range.Proof(signed.Pdf));
        // The stamped time within the token.
        var time = text.IndexOf(Convert.ToHexString("20261123133205Z"u8), StringComparison.Ordinal);
        signed.Pdf[range.Begin + 1 + time + 5] ^= 1;
        var result = PdfVerifier.Verify(signed.Pdf, SignedSample.Known);
        Assert.Equal((Authenticity.Altered, null), (result.Authenticity, result.TimeStamp));
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_after_a_moment()
    {
        await using var authority = new TimeStampAuthority((_, stop) => Task.Delay(Timeout.Infinite, stop));
        var signed = await SignAsync(authority.Address, patience: 0.3);
        await StillSignedAsync(signed, "did not answer within 0.3 seconds");
    }

    [Fact]
    public async Task A_server_that_drips_is_left_too()
    {
        await using var authority = new TimeStampAuthority(async (context, stop) =>
        {
            while (true)
            {
                await context.Response.OutputStream.WriteAsync(new byte[1], stop);
                await context.Response.OutputStream.FlushAsync(stop);
                await Task.Delay(50, stop);
            }
        });
        await StillSignedAsync(await SignAsync(authority.Address, patience: 0.3), "did not answer within 0.3 seconds");
    }

    [Fact]
    public async Task A_server_with_an_error_is_named()
    {
        await using var authority = new TimeStampAuthority((context, _) => { context.Response.StatusCode = 500; return Task.CompletedTask; });
        await StillSignedAsync(await SignAsync(authority.Address), "could not be asked");
    }

    [Fact]
    public async Task Garbage_is_no_time_stamp()
    {
        await using var authority = new TimeStampAuthority((context, stop) => context.Response.OutputStream.WriteAsync(new byte[300_000], stop).AsTask());
        await StillSignedAsync(await SignAsync(authority.Address), "is no time stamp for this signature");
    }

    [Fact]
    public async Task Where_nothing_listens_the_report_is_signed()
    {
        Uri address;
        await using (var authority = new TimeStampAuthority())
            address = authority.Address;
        await StillSignedAsync(await SignAsync(address), "could not be asked");
    }

    private static Task StillSignedAsync(SignedReport signed, string missing)
    {
        Assert.Null(signed.TimeStamp);
        Assert.Contains(missing, signed.TimeStampMissing, StringComparison.Ordinal);
        Assert.Equal(Authenticity.Authentic, PdfVerifier.Verify(signed.Pdf, SignedSample.Known).Authenticity);
        return Task.CompletedTask;
    }

    private static async Task<SignedReport> SignAsync(Uri address, double patience = 5)
    {
        using var http = new HttpClient();
        return await SignedSample.SignAsync(timeStamps: new TimeStampServer(http, address, TimeSpan.FromSeconds(patience)));
    }
}
