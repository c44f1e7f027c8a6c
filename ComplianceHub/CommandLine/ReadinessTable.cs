using ComplianceHub.Compliance;
using ComplianceHub.Domain;

namespace ComplianceHub.CommandLine;

/// <summary>Readiness as a table for people: one line for each shop and regulation.</summary>
internal static class ReadinessTable
{
    private static readonly string[] Head = ["Shop", "As of", "Regulation", "Score", "Band", "Pass", "Partial", "Fail", "Not assessed", "Not applicable", "Remark"];

    public static async Task WriteAsync(IAsyncEnumerable<ShopReadiness> shops, TextWriter output)
    {
        List<string[]> rows = [Head];
        await foreach (var shop in shops)
            rows.AddRange(shop.Regulations.Select(readiness => Row(shop, readiness)));
        if (rows.Count == 1)
        {
            await output.WriteLineAsync("No shop is recorded.");
            return;
        }

        var widths = Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
            await output.WriteLineAsync(string.Join("  ", row.Select((cell, column) => IsNumber(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
    }

    private static string[] Row(ShopReadiness shop, Readiness readiness)
    {
        var (score, counts) = (readiness.Score, readiness.Score.Counts);
        return
        [
            shop.Shop.Slug,
            $"{shop.AsOf:yyyy-MM-dd}",
            readiness.Regulation.Id,
            score.Points is { } points ? $"{points}" : "–",
            score.IsNotApplicable ? "Not applicable" : BandOf(score.Band),
            $"{counts.Pass}", $"{counts.Partial}", $"{counts.Fail}", $"{counts.NotAssessed}", $"{counts.NotApplicable}",
            RemarkOn(readiness),
        ];
    }

    private static bool IsNumber(int column) => column is 3 or >= 5 and <= 9;

    private static string BandOf(Band? band) => band switch
    {
        Band.Ready => "Ready",
        Band.Nearly => "Nearly",
        Band.Gaps => "Gaps",
        Band.NotReady => "Not ready",
        _ => "Not assessed",
    };

    private static string RemarkOn(Readiness readiness) => string.Join("; ",
    [
        .. readiness.Gate.Applies == Answer.Unknown ? (string[])["may apply"] : [],
        .. readiness.Score.Cap switch
        {
            { IsReached: true, Requirements: { Count: > 0 } behind } cap => (string[])[$"at most {cap.Limit} because of {string.Join(", ", behind.Select(result => result.Requirement.Id))}"],
            _ => [],
        },
        .. readiness.Score.IsProvisional ? (string[])["provisional"] : [],
    ]);
}
