using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Tests.Reports.Layout;

/// <summary>A report with the parts of the first and of an inner page of the mocks.</summary>
internal static class SampleReport
{
    public static ReportDocument Compose(PageSize? size = null) => ReportDocument.Of("Readiness of Fjord & Fable", size ?? PageSize.A4, page =>
    {
        page.RunningHead("Fjord & Fable · Readiness report", "As of 16 Nov 2026");
        page.RunningFoot("Snapshot 7c1e 04d9 … b2f6 58aa · catalogue 2026.11");
        page.Content(content =>
        {
            Title(content);
            Score(content, "GDPR", 49, 74, Mark.Fail, "Not ready", Ink.Fail, "Capped at 49:",
                " BPO Support (IN) receives data without a transfer mechanism, and Hotjar processes data without an agreement. It would be 74 without the cap.");
            Score(content, "CCPA", 68, null, Mark.Partial, "Gaps", Ink.Partial, "",
                "The California privacy policy is older than 12 months. SizeFit AI and Hotjar have no California terms.");
            content.Rule().Space(12).Row(row => row.Relative(1.12f, Unresolved).Relative(1, Statement), gap: 7.Millimetres());
            content.Space(14).Rule().Space(12);
            content.Section("Five fixes with the most effect on GDPR", heading => heading.Text("Five fixes with the most effect on GDPR", TextStyle.Heading).Space(3), Fixes);
            content.Space(6).Text(text => text
                .Span("“Ready” means ready according to the registers on the day above. It is not a legal opinion. The method is on page ")
                .PageOf("method").Span("."), TextStyle.Note.Grey());
            content.PageBreak();
            content.Section("Processors and joint controllers", Heading, Processors);
            content.Section("Method", method => method.Text("A score is the weighted share of what is met."), key: "method");
        });
    });

    private static void Title(Column content) => content
        .Row(row => row
            .Relative(1, title => title.Text("Readiness report", TextStyle.Title)
                .Text("Fjord & Fable GmbH, Berlin · GDPR and CCPA · 16 Nov 2026", TextStyle.Body.Grey()))
            .Auto(badge => badge.Badge(text => text.Mark(Mark.Pass).Span("Signed", TextStyle.Body.Strong()), Ink.Pass)), alignment: RowAlignment.Bottom)
        .Space(11);

    private static void Score(Column content, string regulation, int score, int? withoutCap, Mark mark, string band, Ink ink, string lead, string sentence) => content
        .Rule()
        .Padding(block => block.Row(row => row
            .Constant(21.Millimetres(), left => left
                .Text(regulation, TextStyle.Body.Strong()).Text(score.ToString(), TextStyle.Score).Text("of 100", TextStyle.Label))
            .Relative(1, right => right
                .Row(head => head.Relative(1, cell => cell.Outcome(mark, band)).Auto(cell => cell.Text("2025: 83, Nearly", TextStyle.Label)))
                .Space(4).ScoreBar(score, ink, withoutCap)
                .Space(2).Text(text => text.Strong(lead).Span(sentence))
                .Space(6).Text(text => text
                    .Mark(Mark.Pass).Strong("10").Span(" pass    ").Mark(Mark.Partial).Strong("8").Span(" partial    ")
                    .Mark(Mark.Fail).Strong("2").Span(" fail    ").Mark(Mark.NotAssessed).Strong("1").Span(" not assessed    ")
                    .Mark(Mark.NotApplicable).Strong("5").Span(" not applicable"), TextStyle.Body with { Size = 8.25f })), gap: 6.Millimetres()),
            top: 9.6f, bottom: 9.6f);

    private static void Unresolved(Column column) => column
        .Text("Unresolved when signed", TextStyle.Heading).Space(3)
        .Table(table => table
            .Columns(columns => columns.Relative(1).Auto().Auto())
            .Head("Blocker", "Owner", "Due")
            .Row(row => row.Cell("BPO Support (IN): no transfer mechanism", "GDPR-44, acknowledged 14:29").Cell("T. Zieliński").Cell("15 Dec 2026"))
            .Row(row => row.Cell("Hotjar: no agreement on file", "GDPR-28-3, acknowledged 14:30").Cell("M. Lindqvist").Cell("4 Dec 2026")))
        .Space(5).Text("Since the audit of 24 Nov 2025: 4 verdicts worse, 3 better, 29 unchanged.", TextStyle.Note.Grey());

    private static void Statement(Column column) => column
        .Text("Statement of the manager", TextStyle.Heading).Space(5)
        .LeftRule(Ink.Stated, stated => stated.Text(
            "We know of both blockers. Agents in India lose access on 15 December unless the clauses are signed. Hotjar stays off until its agreement is filed."))
        .Space(8)
        .Facts(52, ("Signed by", "Jonas Adler, Managing Director"), ("On", "23 Nov 2026, 14:32 CET"), ("Proof", "Passkey, verified on the device"),
            ("Prepared by", "Mara Lindqvist, privacy officer"), ("Audited by", "Ines Carvalho, Carvalho Audit"));

    private static void Fixes(Column column) => column
        .Table(table => table
            .Columns(columns => columns.Relative(3.1f).Relative(1.4f).Constant(40, Alignment.End)).Dense()
            .Head("Fix", "Requirement", "Points")
            .Row("Agree on a transfer mechanism with BPO Support (IN)", "GDPR-44, lifts a cap", "+7.6")
            .Row("Complete 3 agreements: Hotjar, PickPack 3PL, Nosto", "GDPR-28-3, lifts a cap", "+7.6")
            .Row("Confirm this year’s approved data-protection policy", "GDPR-24", "+2.3")
            .Row("Add “Fable Points” to privacy notice v7", "GDPR-13", "+1.5")
            .Row("Record the time limit for “Product reviews”", "GDPR-30-1", "+1.5"))
        .Space(5).Text("The first two lift GDPR from 49 to 96.", TextStyle.Note.Grey());

    private static void Heading(Column heading) => heading.Row(row => row
        .Relative(1, title => title.Text("4.4 Processors and joint controllers", TextStyle.Chapter))
        .Auto(count => count.Text("1 of 5 pass · chapter 49, capped", TextStyle.Label)), alignment: RowAlignment.Bottom);

    private static void Processors(Column column)
    {
        column.Space(3).Table(table => table
            .Columns(columns => columns.Constant(26.Millimetres()).Relative(1).Constant(27.Millimetres()).Constant(12.Millimetres(), Alignment.End))
            .Head("Outcome", "Requirement and finding", "Source", "Points")
            .Row(row => row.Cell(Mark.Pass, "Pass").Cell("Joint controllers have an arrangement", "Both joint controllers (Meta, Criteo) have an arrangement in force.").Cell("GDPR-26\nArt. 26").Cell("0"))
            .Row(row => row.Cell(Mark.Partial, "Partial").Cell("Processors give sufficient guarantees", "12 of 16 processors have a current due diligence.").Cell("GDPR-28-1\nArt. 28(1)").Cell("−1.0"))
            .Row(row => row.Cell(Mark.NotAssessed, "Not assessed").Cell("Agreements describe the processing", "Which processors does the shop use?").Cell("GDPR-28-3-0\nArt. 28(3) s. 1").Cell("−0.6").Edge(Ink.Neutral)));
        column.Space(16).Rule(Ink.Fail, 1.5f).Space(7);
        column.Section("Every processor is bound by a data processing agreement", heading => heading
            .Row(row => row
                .Relative(1, title => title.Text("Every processor is bound by a data processing agreement", TextStyle.Heading)
                    .Text("GDPR-28-3 · Art. 28(3)(a) to (h), 28(9) GDPR · Blocker · 7.6 points", TextStyle.Label))
                .Auto(outcome => outcome.Outcome(Mark.Fail, "Fail"))), body => body
            .Space(6).Text(text => text.Strong("14 of 16 processors have a complete agreement.")
                .Span(" Missing: Hotjar (none on file). Clause gap: PickPack 3PL, audits, Art. 28(3)(h). It fails as a whole because Hotjar’s data is large scale."))
            .Space(6).Table(table => table
                .Columns(columns => columns.Relative(1.2f).Relative(2).Auto().Relative(1))
                .Head("Processor", "What is wrong", "Weight", "What to do")
                .Row(row => row.Cell("Hotjar Ltd, MT", "Web analytics and session replay").Cell("No agreement is on file").Cell(Mark.Fail, "Breaks the law").Cell("Sign and file the agreement"))
                .Row(row => row.Cell("PickPack 3PL GmbH, DE", "Order fulfilment and delivery").Cell("Audits and inspections (h) are absent; ends 12 Dec 2026").Cell(Mark.Fail, "Breaks the law").Cell("Agree on (h) with the renewal")))
            .Space(12).Row(row => row
                .Relative(1, left => left.Text("Evidence", TextStyle.Minor).Table(table => table
                    .Columns(columns => columns.Constant(9.Millimetres()).Relative(1))
                    .Row(cells => cells.Cell("E-07").Cell(cell => cell.Text("pickpack-avv-2023-12-14.pdf").Text("4be0 7a12 … 6cc8 91d3", TextStyle.Hash))))
                    .Space(10).Text("Statement", TextStyle.Minor).Space(3)
                    .LeftRule(Ink.Stated, stated => stated.Text(text => text
                        .Strong("Are these 16 all the processors of this shop? Yes.").Line()
                        .Span("Mara Lindqvist, 2 Sep 2026, valid until 2 Sep 2027."), TextStyle.Note)))
                .Relative(1, right => right.Box(box => box.Text("Audit finding F-01 · Major", TextStyle.Minor).Space(3)
                    .Facts(40, ("Root cause", "Marketing added Hotjar in March without the vendor check."), ("Task", "T-118, due 4 Dec 2026")))
                    .Space(8).Hatched(hatched => hatched.Text("Not assessed: which processors does the shop use?", TextStyle.Note))
                    .Space(8).ScoreBar(null, Ink.Neutral)), gap: 7.Millimetres()));
    }
}
