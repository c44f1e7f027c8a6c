using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports.Audits;

/// <summary>Where the audit log stood, so that whoever holds the paper can tell a log that was written anew since.</summary>
internal static class AuditLogChapter
{
    /// <summary>The name by which text quotes its page.</summary>
    public const string Key = "log";

    public static void Write(Column chapter, AuditContent content)
    {
        if (content.Log is not { } log)
        {
            chapter.Hatched(box => box.Text("A draft says nothing about the log. The signed report does."));
            return;
        }
        chapter.Text("Every change is an entry in the log of its shop, and each entry has the hash of the one before. When this report was made the logs ended here:").Space(4)
            .Table(table =>
            {
                table.Dense().Columns(columns => columns.Constant(50.Millimetres()).Constant(20.Millimetres(), Alignment.End).Relative(1)).Head("Log of", "Entries", "SHA-256 of the last entry");
                foreach (var head in log.Heads)
                    table.Row(row => row.Cell(NameOf(content, head.Chain)).Cell($"{head.Sequence:N0}").Cell(cell => cell.Text(Convert.ToHexStringLower(head.Hash), TextStyle.Hash)));
            });
        chapter.Space(8).Text($"Checkpoint {log.Checkpoint.Number:N0} of {AuditWords.Moment(log.Checkpoint.At)} covers these and all other logs of the installation. It is signed with a key that is not in the database:").Space(3);
        foreach (var line in log.Checkpoint.Note.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            chapter.Text(line, TextStyle.Hash);
        chapter.Space(8).Text("The signing of this report is itself an entry after these: it names the hash of this file. The files attached to it, the frozen snapshots and verdicts, the signed decisions and this checkpoint, can be read without the program.", TextStyle.Note);
    }

    private static string NameOf(AuditContent content, ChainId chain) =>
        content.Shops.FirstOrDefault(shop => shop.Frozen.ShopId == chain.ShopId)?.Snapshot.Shop.Name ?? chain.ToString();
}
