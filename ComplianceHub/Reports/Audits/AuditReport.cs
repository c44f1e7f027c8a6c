using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports.Audits;

/// <summary>
/// The report of an audit, made from what was frozen and decided and from nothing else: first the decision, then findings
/// and tasks, then every requirement, then the method, the evidence and the log.
/// </summary>
public static class AuditReport
{
    /// <summary>Composes the report.</summary>
    public static ReportDocument Compose(AuditContent content, PageSize size)
    {
        ArgumentNullException.ThrowIfNull(content);
        return ReportDocument.Of($"{content.Audit.Title}: Audit report", size, page =>
        {
            page.RunningHead($"{ReportWords.Short(AuditWords.Shops(content), 70)} · {(content.Draft is null ? "Audit report" : "Draft of the audit report")}", AuditWords.AsOf(content));
            page.RunningFoot(Foot(content));
            page.Content(body => Write(body, content));
        });
    }

    /// <summary>The name of the file, with the audit's title and the day that was frozen.</summary>
    public static string FileName(Audit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        var words = new string([.. audit.Title.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);
        var name = string.Join('-', words.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return $"{(name.Length > 0 ? name : "audit")}-{audit.FrozenAt:yyyy-MM-dd}{(audit.State == AuditState.Signed ? "" : "-draft")}.pdf";
    }

    private static void Write(Column body, AuditContent content)
    {
        body.Fitting(AuditPageLengths.All.Select<AuditPageLengths, Action<Column>>(lengths => page => new AuditDecisionPage(content, lengths).Write(page)));
        body.PageBreak().Section("Findings and tasks", chapter => AuditFindings.Write(chapter, content), AuditFindings.Key);
        if (content.Earlier is not null)
            body.Space(12).Section($"Since the audit of {ReportWords.Day(content.Earlier.SignedOn)}", chapter => AuditChanges.Write(chapter, content), AuditChanges.Key);
        var evidence = new EvidenceList(content.Shops.Select(shop => shop.Snapshot));
        var remarks = new AuditRemarks(content);
        foreach (var shop in content.Shops)
        {
            foreach (var chapter in shop.Verdicts.Select(readiness => new RegulationChapter(shop.Snapshot, readiness, evidence, (column, result) => remarks.Write(column, shop, result))))
                body.PageBreak().Section(Title(content, shop, chapter.Readiness), chapter.Write, chapter.Key);
        }
        body.PageBreak();
        MethodChapter.Write(body, evidence, [.. content.Shops.Select(shop => (shop.Snapshot.Shop.Name, shop.Frozen.SnapshotSha256))]);
        body.Space(12).Section("Audit log", chapter => AuditLogChapter.Write(chapter, content), AuditLogChapter.Key);
    }

    private static string Title(AuditContent content, AuditedShop shop, FrozenReadiness readiness) =>
        content.Shops.Count == 1 ? $"{readiness.Regulation}: {readiness.Name}" : $"{shop.Snapshot.Shop.Name}, {readiness.Regulation}: {readiness.Name}";

    private static string Foot(AuditContent content)
    {
        List<string> parts = [];
        if (content.Draft is { } draft)
            parts.Add($"Draft for {ReportWords.Short(draft.Reader, 50)}, {AuditWords.Moment(draft.At)}");
        parts.Add(content.Shops is [var only] ? $"Snapshot {Sha256Text.Short(only.Frozen.SnapshotSha256)}" : $"{content.Shops.Count} snapshots");
        parts.Add($"catalogue {string.Join(", ", content.Shops.Select(shop => shop.Frozen.CatalogueVersion).Distinct())}");
        if (content.Log is { } log)
            parts.Add($"checkpoint {log.Checkpoint.Number:N0}");
        return string.Join(" · ", parts);
    }
}
