using System.CommandLine;
using ComplianceHub.Domain;
using ComplianceHub.Features.Audits;
using ComplianceHub.Features.Reports;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.CommandLine;

/// <summary><c>report</c>: prints one document of a shop as PDF.</summary>
internal static class ReportVerb
{
    private const string OfAnAudit = "audit";

    public static Command Command(TextWriter result)
    {
        var name = new Argument<string>("name") { Description = $"The report: {Names}." };
        var shop = SharedOptions.Shop("The shop.");
        var asOf = SharedOptions.AsOf();
        var paper = new Option<string?>("--paper") { Description = "The sheet: a4 (by default) or letter.", HelpName = "a4|letter" };
        var audit = new Option<Guid?>("--audit") { Description = "Which audit, for the report of an audit; by default the latest signed one that covers the shop.", HelpName = "id" };
        var output = new Option<string?>("--output") { Description = "The PDF file to write.", HelpName = "file" };
        var command = new Command("report", "Prints a report of a shop as PDF.") { name, shop, asOf, paper, output, audit, ReportVerifyVerb.Command(result) };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetResult(shop) is null && parsed.GetResult(audit) is null)
                parsed.AddError("Name the shop: --shop SLUG");
            else if (parsed.GetResult(output) is null)
                parsed.AddError("Name the file to write: --output FILE");
        });
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(name) == OfAnAudit)
                return await AuditAsync(parsed.GetValue(HubCommandLine.Database), parsed.GetValue(shop), parsed.GetValue(audit), parsed.GetValue(output)!, ct);
            var report = ReportCatalogue.WithName(parsed.GetValue(name)) ?? throw new DomainException($"There is no report “{parsed.GetValue(name)}”: choose one of {Names}.");
            var day = parsed.GetValue(asOf);
            var size = PageSize.WithName(parsed.GetValue(paper)) ?? throw new DomainException($"There is no paper “{parsed.GetValue(paper)}”: choose a4 or letter.");
            await using var session = await CommandSession.OpenAsync(parsed.GetValue(HubCommandLine.Database), ct);
            var printed = (session.IsBare ? null : await session.Get<ReportWorkflow>().PrintAsync(report, parsed.GetValue(shop)!, day, size, ct))
                ?? throw new DomainException($"There is no shop with the short name “{parsed.GetValue(shop)}”.");
            await File.WriteAllBytesAsync(parsed.GetValue(output)!, printed.Pdf, ct);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> AuditAsync(string? database, string? slug, Guid? audit, string output, CancellationToken ct)
    {
        await using var session = await CommandSession.OpenAsync(database, ct);
        var id = audit ?? (session.IsBare ? null : await session.Get<AuditReportWorkflow>().LatestSignedAsync(slug!, ct))
            ?? throw new DomainException($"No signed audit covers a shop with the short name “{slug}”.");
        var file = (session.IsBare ? null : await session.Get<AuditReportWorkflow>().SignedAsync(id, ct))
            ?? throw new DomainException($"There is no signed audit {id:D}.");
        await File.WriteAllBytesAsync(output, file.Pdf, ct);
        return ExitCode.Done;
    }

    private static string Names => string.Join(", ", [.. ReportCatalogue.All.Select(report => report.Name), OfAnAudit]);
}
