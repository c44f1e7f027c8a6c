using System.Globalization;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports.Audits;

/// <summary>The first page: what was decided, by whom, what was unresolved, and how to check it.</summary>
internal sealed class AuditDecisionPage(AuditContent content, AuditPageLengths lengths)
{
    private static readonly float QrCode = 24.Millimetres();

    public void Write(Column page)
    {
        page.Row(row => row
            .Relative(1, left => left.Text(ReportWords.Short(content.Audit.Title, lengths.Lengths.Name), TextStyle.Title))
            .Auto(State), gap: 12, alignment: RowAlignment.Bottom)
            .Text($"{ReportWords.Short(AuditWords.Entities(content), lengths.Lengths.Fact)} · {string.Join(" and ", content.Audit.Regulations)} · {AuditWords.Period(content.Audit)}", TextStyle.Body.Grey())
            .Space(9).Rule();
        Scores(page);
        page.Space(10).Row(row => row.Relative(10, Unresolved).Relative(9, Statement), gap: 9.Millimetres());
        if (lengths.HasFixes && content.Shops is [var only])
            TopFixesBlock.Write(page.Space(8).Rule(), only.Snapshot, only.Verdicts, lengths.Lengths);
        if (content.Seal is { } seal)
            page.Space(12).Box(box => Check(box, seal));
        page.Space(8).Text(text => text
            .Span("“Ready” means ready according to the registers on the day above. It is not a legal opinion. The method is on page ").PageOf("method").Span("."), TextStyle.Note.Grey());
    }

    private void State(Column badge)
    {
        if (content.SignOff is not null)
            badge.Badge(text => text.Mark(Mark.Pass).Strong("Signed"), Ink.Pass);
        else
            badge.Badge(text => text.Mark(Mark.NotAssessed).Strong("Draft, not signed"), Ink.Neutral);
    }

    private void Scores(Column page)
    {
        if (content.Shops is [var only])
        {
            foreach (var readiness in only.Verdicts)
                ScoreBlock.Write(page, readiness, lengths.Lengths, EarlierScore(only, readiness));
            return;
        }
        page.Space(8).Table(table =>
        {
            table.Dense().Columns(columns => columns.Relative(1).Constant(24.Millimetres()).Constant(16.Millimetres(), Alignment.End).Constant(30.Millimetres()).Constant(34.Millimetres()))
                .Head("Shop", "Regulation", "Score", "Band", "Before");
            foreach (var shop in content.Shops.Take(lengths.Rows))
            {
                foreach (var readiness in shop.Verdicts)
                    ScoreRow(table, shop, readiness);
            }
        });
        if (content.Shops.Count > lengths.Rows)
            page.Space(3).Text($"And {content.Shops.Count - lengths.Rows} more shops, each in its chapters.", TextStyle.Note.Grey());
    }

    private void ScoreRow(Table table, AuditedShop shop, FrozenReadiness readiness)
    {
        var (mark, word, _) = ReportWords.Of(readiness);
        table.Row(row => row.Cell(ReportWords.Short(shop.Snapshot.Shop.Name, 60)).Cell(readiness.Regulation)
            .Cell(readiness.Points?.ToString(CultureInfo.InvariantCulture) ?? "–").Cell(mark, word).Cell(EarlierScore(shop, readiness) ?? "–"));
    }

    private string? EarlierScore(AuditedShop shop, FrozenReadiness readiness)
    {
        var before = content.Earlier?.Verdicts.GetValueOrDefault(shop.Frozen.ShopId)?.FirstOrDefault(one => one.Regulation == readiness.Regulation);
        return before is null ? null : $"{ReportWords.Day(content.Earlier!.SignedOn)}: {before.Points?.ToString(CultureInfo.InvariantCulture) ?? "–"}, {ReportWords.Of(before).Word}";
    }

    private void Unresolved(Column column)
    {
        var blockers = content.UnresolvedBlockers.ToList();
        column.Text(content.SignOff is null ? "Unresolved" : "Unresolved when signed", TextStyle.Heading).Space(3);
        if (blockers.Count == 0)
            column.Text("No blocker fails.");
        else
        {
            column.Table(table =>
            {
                table.Dense().Columns(columns => columns.Relative(1).Constant(27.Millimetres()).Constant(20.Millimetres())).Head("Blocker", "Owner", "Due");
                foreach (var (shop, result, item) in blockers.Take(lengths.Rows))
                    Blocker(table, shop, result, item);
            });
        }
        if (blockers.Count > lengths.Rows)
            column.Space(2).Text(text => text.Grey($"And {blockers.Count - lengths.Rows} more: from page ").PageOf(AuditFindings.Key).Grey("."), TextStyle.Note);
        if (content.Earlier is { } earlier)
            column.Space(4).Text(text => text.Grey($"Since the audit of {ReportWords.Day(earlier.SignedOn)}: {AuditChanges.Counted(content)} (page ").PageOf(AuditChanges.Key).Grey(")."), TextStyle.Note);
    }

    private void Blocker(Table table, AuditedShop shop, FrozenResult result, AuditItem item)
    {
        var task = content.TaskOf(item.Id);
        var of = content.Shops.Count == 1 ? "" : $", {shop.Snapshot.Shop.Name}";
        var acknowledged = content.SignOff?.Acknowledged.Contains(item.Id) == true ? ", acknowledged" : "";
        table.Row(row => row
            .Cell(cell => cell.Text(text => text.Strong(ReportWords.Short(result.Title, lengths.Lengths.Fix)).Line().Grey($"{result.Requirement}{of}{acknowledged}")))
            .Cell(task?.Owner ?? "Nobody yet").Cell(task is null ? "No day set" : ReportWords.Day(task.Due)));
    }

    private void Statement(Column column)
    {
        var audit = content.Audit;
        column.Text(content.SignOff is null ? "People" : "Statement of the manager", TextStyle.Heading).Space(3);
        if (content.SignOff is { } signed)
        {
            column.LeftRule(Ink.Stated, rule => rule.Text(ReportWords.Short(signed.Statement, lengths.Statement))).Space(5);
            if (signed.Statement.Length > lengths.Statement)
                column.Text(text => text.Grey("Whole on page ").PageOf(AuditFindings.Key).Grey("."), TextStyle.Note).Space(4);
            column.Facts(20.Millimetres(), ("Signed by", content.NameOf(signed.SignedBy)), ("On", AuditWords.Moment(signed.SignedAt)), ("Proof", signed.Proof),
                ("Prepared by", content.NameOf(audit.PreparedBy)), ("Audited by", content.NameOf(audit.AuditorId)));
        }
        else
            column.Facts(20.Millimetres(), ("Prepared by", content.NameOf(audit.PreparedBy)), ("Audited by", content.NameOf(audit.AuditorId)), ("To be signed by", content.NameOf(audit.SignerId)));
    }

    private static void Check(Column box, ReportSeal seal) => box.Row(row => row
        .Constant(QrCode, left => left.QrCode(seal.Address?.ToString() ?? seal.Code, QrCode))
        .Relative(1, right => right
            .Text("Check this report yourself", TextStyle.Heading).Space(2)
            .Text(text =>
            {
                if (seal.Address is { } address)
                    text.Span("Open ").Strong($"{address.Authority}{address.AbsolutePath}").Span(" and drop this file, or type the code. ");
                else
                    text.Span("Drop this file on the page “Verify a report” of the installation that made it, or type the code there. ");
                text.Span("Offline: ").Mono("ComplianceHub report verify FILE").Span(". The file carries a digital signature and the frozen data it was made from.");
            }, TextStyle.Note).Space(3)
            .Text(seal.Code, TextStyle.Code).Space(1)
            .Text($"certificate sha256 {seal.Fingerprint}", TextStyle.Hash)), gap: 5.Millimetres());
}
