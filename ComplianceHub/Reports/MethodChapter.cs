using ComplianceHub.Compliance;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>How the score is made, what it does not speak for, and the files it rests on.</summary>
internal static class MethodChapter
{
    public static void Write(Column content, EvidenceList evidence, params IReadOnlyList<(string Shop, string Hash)> snapshots)
    {
        content.Section("How the score is made", method => Score(method), key: "method");
        content.Space(12).Section("What is not checked", part => part.Table(table =>
        {
            table.Dense().Columns(columns => columns.Constant(38.Millimetres()).Relative(4).Relative(9)).Head("Provision", "Subject", "Why no requirement reads it");
            foreach (var provision in NotChecked.All)
                table.Row(provision.Provision, provision.Subject, provision.Reason);
        }));
        content.Space(12).Section("Evidence and snapshot", part => Evidence(part, snapshots, evidence), EvidenceList.Key);
    }

    private static void Evidence(Column part, IReadOnlyList<(string Shop, string Hash)> snapshots, EvidenceList evidence)
    {
        foreach (var (shop, hash) in snapshots)
            part.Text(text => text.Span(snapshots.Count == 1 ? "SHA-256 of the snapshot: " : $"SHA-256 of the snapshot of {shop}: ").Mono(hash));
        part.Space(4);
        if (evidence.Files.Count == 0)
        {
            part.Hatched(box => box.Text("No evidence file is recorded."));
            return;
        }

        part.Table(table =>
        {
            table.Dense().Columns(columns => columns.Constant(14.Millimetres()).Relative(1).Constant(24.Millimetres())).Head("No.", "File and SHA-256", "Filed on");
            for (var number = 1; number <= evidence.Files.Count; number++)
            {
                var file = evidence.Files[number - 1];
                table.Row(row => row.Cell(EvidenceList.Label(number)).Cell(cell => cell.Text(file.FileName).Text(file.Sha256, TextStyle.Hash)).Cell(ReportWords.Day(file.UploadedOn)));
            }
        });
    }

    private static void Score(Column method) => method
        .Text("Every requirement is read from the registers, as they were recorded, for the day of this report. A pass counts its whole weight, a partial a part of it, a fail nothing. What is not assessed counts nothing either; what does not apply does not count at all. The score is the share of the weight that counts, of 100.")
        .Space(4)
        .Point("Weights: blocker 10, critical 8, high 5, medium 3, low 1, information 0.")
        .Point("Caps: one failing blocker caps the score at 49, one failing critical requirement at 74. When more than a fifth of the weight is not assessed the score is provisional and cannot pass 89.")
        .Point("Bands: below 50 Not ready, 50 to 74 Gaps, 75 to 89 Nearly, from 90 Ready.")
        .Point("“Breaks the law” is a duty that is not met. “Weakens evidence” is stale, unverified or below the policy. A violet rule marks what a person stated, as against what the registers prove.");
}
