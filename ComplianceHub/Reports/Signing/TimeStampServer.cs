using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace ComplianceHub.Reports.Signing;

/// <summary>A server that confirms when a signature was there (RFC 3161). It never stands in the way of a signature:
/// what it does not answer in time is left out, and said.</summary>
/// <param name="http">Asks it. Its own time-out must not be shorter than <paramref name="patience"/>.</param>
/// <param name="address">http or https.</param>
/// <param name="patience">How long a person waits for it.</param>
public sealed class TimeStampServer(HttpClient http, Uri address, TimeSpan patience)
{
    private const int LargestAnswer = 64 * 1024;

    /// <summary>Adds a time stamp to a signature.</summary>
    /// <param name="signature">Complete but for it.</param>
    /// <param name="room">Bytes that signature and time stamp may have together.</param>
    /// <param name="ct">Cancels the wait; the signature is cancelled too.</param>
    internal async Task<(DateTimeOffset? Time, string? Missing)> StampAsync(CmsSignature signature, int room, CancellationToken ct)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(ct);
        inTime.CancelAfter(patience);
        try
        {
            var request = Rfc3161TimestampRequest.CreateFromSignerInfo(
                signature.Signer, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
            var token = request.ProcessResponse(await AskAsync(request.Encode(), inTime.Token), out _);
            // The room is fixed before anybody is asked; the attribute around the token needs less than 64 bytes.
            if (signature.Encode().Length + token.AsSignedCms().Encode().Length + 64 > room)
                return (null, $"The time stamp of {address.Host} is too large.");
            signature.Add(token);
            return (token.TokenInfo.Timestamp, null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, $"The time-stamp server {address.Host} did not answer within {patience.TotalSeconds:0.#} seconds.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return (null, $"The time-stamp server {address.Host} could not be asked: {exception.Message}");
        }
        catch (CryptographicException)
        {
            return (null, $"The answer of the time-stamp server {address.Host} is no time stamp for this signature.");
        }
    }

    private async Task<byte[]> AskAsync(byte[] request, CancellationToken ct)
    {
        using var content = new ByteArrayContent(request);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[LargestAnswer];
        var length = await body.ReadAtLeastAsync(buffer, LargestAnswer, throwOnEndOfStream: false, ct);
        return buffer[..length];
    }
}
