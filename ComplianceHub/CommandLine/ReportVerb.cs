using System.CommandLine;
using ComplianceHub.Domain;
using ComplianceHub.Features.Reports;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.CommandLine;

/// <summary><c>report</c>: prints one document of a shop as PDF.</summary>
internal static class ReportVerb
{
    public static Command Command()
    {
        var name = new Argument<string>("name") { Description = $"The report: {Names}." };
        var shop = SharedOptions.Shop("The shop.");
        var asOf = SharedOptions.AsOf();
        var paper = new Option<string?>("--paper") { Description = "The sheet: a4 (by default) or letter.", HelpName = "a4|letter" };
        var output = new Option<string?>("--output") { Description = "The PDF file to write.", HelpName = "file" };
        var command = new Command("report", "Prints a report of a shop as PDF.") { name, shop, asOf, paper, output };
        command.Validators.Add(result =>
        {
            if (result.GetResult(shop) is null)
                result.AddError("Name the shop: --shop SLUG");
            else if (result.GetResult(output) is null)
                result.AddError("Name the file to write: --output FILE");
        });
        command.SetAction(async (parsed, ct) =>
        {
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

    private static string Names => string.Join(", ", ReportCatalogue.All.Select(report => report.Name));
}
