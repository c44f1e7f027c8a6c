using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplianceHub.Domain;
using ComplianceHub.Features.Audits;
using ComplianceHub.Reports.Signing;

namespace ComplianceHub.CommandLine;

/// <summary>
/// <c>report verify</c>: checks a report that somebody holds, without a network. Where no database is named or found by
/// default, authenticity alone is judged, and the answer says so.
/// </summary>
internal static class ReportVerifyVerb
{
    public static Command Command(TextWriter output)
    {
        var file = new Argument<string>("file") { Description = "The PDF." };
        var asOf = SharedOptions.AsOf();
        var json = new Option<bool>("--json") { Description = "Write JSON instead of sentences." };
        var command = new Command("verify", "Checks a signed report: authentic or not, and current, stale or superseded.") { file, asOf, json };
        command.SetAction(async (parsed, ct) =>
        {
            var (path, database) = (parsed.GetValue(file)!, parsed.GetValue(HubCommandLine.Database));
            if (!File.Exists(path))
                throw new DomainException($"There is no file {path}.");
            if (new FileInfo(path).Length > PdfVerifier.LargestFile)
                throw new DomainException($"The file is larger than {PdfVerifier.LargestFile / 1024 / 1024} MB; no report is.");
            var pdf = await File.ReadAllBytesAsync(path, ct);
            var found = await CheckAsync(pdf, database, parsed.GetValue(asOf), ct);
            var (report, hasDatabase) = (found ?? new(PdfVerifier.Verify(pdf), null, null), found is not null);
            await output.WriteLineAsync(parsed.GetValue(json) ? Json(report, hasDatabase) : Text(report, hasDatabase));
            return CodeOf(report, hasDatabase);
        });
        return command;
    }

    // A database that was named has to be there; the one of the settings need not.
    private static async Task<CheckedReport?> CheckAsync(byte[] pdf, string? database, DateOnly? asOf, CancellationToken ct)
    {
        CommandSession session;
        try
        {
            session = await CommandSession.OpenAsync(database, ct);
        }
        catch (DomainException) when (database is null)
        {
            return null;
        }
        await using (session)
            return session.IsBare ? null : await session.Get<ReportCheck>().OfFileAsync(pdf, asOf, ct);
    }

    private static int CodeOf(CheckedReport report, bool hasDatabase) => hasDatabase switch
    {
        true when report.IsAuthentic => report.Standing!.IsCurrent ? ExitCode.Done : ExitCode.NotCurrent,
        false when IsIntact(report) => ExitCode.Done,
        _ => ExitCode.NotAuthentic,
    };

    private static bool IsIntact(CheckedReport report) => report.File is { Authenticity: Authenticity.SignedByStranger or Authenticity.Authentic, Report: not null };

    private static string Text(CheckedReport report, bool hasDatabase)
    {
        List<string> lines = [];
        if (hasDatabase || !IsIntact(report))
            lines.Add(report.Sentence);
        else
            lines.Add("The file is as it was signed. There is no database here, so nothing else was judged: not whose certificate it is, and not whether the audit is still current. Compare the fingerprint with the one that the installation shows.");
        if (report.Standing is { } standing)
            lines.Add(standing.Sentence);
        if (report.File.Report is { } manifest)
            lines.Add($"{manifest.Title}, signed off {manifest.SignedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, code {manifest.Code}.");
        if (report.File.Certificate is { } certificate)
            lines.Add($"Certificate {certificate.Subject}, sha256 {certificate.Fingerprint}.");
        if (report.File.TimeStamp is { } stamp)
            lines.Add($"Time confirmed by {report.File.TimeStampAuthority}: {stamp.UtcDateTime:yyyy-MM-dd HH:mm} UTC.{(hasDatabase ? "" : " Anybody can add such a time stamp under any name, and nobody here knows whose it is.")}");
        return string.Join(Environment.NewLine, lines);
    }

    private static string Json(CheckedReport report, bool hasDatabase) => new JsonObject
    {
        ["authentic"] = hasDatabase ? report.IsAuthentic : null,
        ["unchanged"] = report.File.Authenticity is Authenticity.Authentic or Authenticity.SignedByStranger,
        ["result"] = JsonNamingPolicy.CamelCase.ConvertName(report.File.Authenticity.ToString()),
        ["sentence"] = report.Sentence,
        ["judged"] = hasDatabase ? "authenticity and standing" : "that the file is unchanged, no more: there is no database",
        ["standing"] = report.Standing?.Word,
        ["standingSentence"] = report.Standing?.Sentence,
        ["logHolds"] = report.LogHolds,
        ["audit"] = report.File.Report?.Audit.ToString("D"),
        ["title"] = report.File.Report?.Title,
        ["code"] = report.File.Report?.Code,
        ["signedAt"] = report.File.Report is { } signed ? UtcText.Of(signed.SignedAt) : null,
        ["certificate"] = report.File.Certificate?.Fingerprint,
        ["firstAlteredByte"] = report.Altered?.First,
        ["lastAlteredByte"] = report.Altered?.Last,
        ["alteredBytes"] = report.Altered?.Count,
        ["coveredBytes"] = report.File.CoveredBytes,
        ["appendedBytes"] = report.File.AppendedBytes,
    }.ToJsonString(ReadableJson.Options);
}
