using ComplianceHub.Components;
using ComplianceHub.Components.Controls;

namespace ComplianceHub.Features.Design;

/// <summary>Invented values for the style guide, those of the design pictures.</summary>
internal static class DesignSamples
{
    private static readonly string Here = HubUrls.Design;

    public static readonly (string Point, string Duty, string? Where)[] Clauses =
    [
        ("(a)", "Documented instructions, also for transfers", "§ 3"),
        ("(b)", "Confidentiality of authorised persons", "§ 5"),
        ("(c)", "Security measures of Art. 32", "Annex 2"),
        ("(d)", "Sub-processors only as Art. 28(2), (4) allow", "§ 7"),
        ("(e)", "Help with requests of data subjects", "§ 8"),
        ("(f)", "Help with Art. 32 to 36, breaches at once", "§ 9"),
        ("(g)", "Deletion or return at the end", "§ 12"),
        ("(h)", "Information, audits and inspections", null),
    ];

    public static readonly FlowNode[] Activities =
        [new("o", "Orders", "4 activities"), new("s", "Service", "5 activities"), new("m", "Marketing", "4 activities"), new("a", "Analytics", "2 activities")];

    public static readonly FlowNode[] Regions =
        [new("e", "EEA", "10, none needed"), new("u", "USA, Canada, Israel", "12, DPF, SCC, adequacy"), new("i", "India", "1, no mechanism")];

    public static readonly DataFlow[] Flows =
    [
        new("o", "e", 5, true, Here), new("o", "u", 2, true, Here), new("s", "e", 3, true, Here), new("s", "u", 2, true, Here),
        new("s", "i", 1, false, Here), new("m", "e", 2, true, Here), new("m", "u", 4, true, Here), new("a", "u", 4, true, Here),
    ];

    public static readonly TrendSeries[] Trend =
    [
        new("GDPR", [new(new(2025, 11, 23), 84), new(new(2026, 1, 20), 85), new(new(2026, 2, 10), 86), new(new(2026, 3, 4), 49)]),
        new("CCPA", [new(new(2025, 11, 23), 74), new(new(2026, 10, 2), 68)]),
    ];

    public static readonly TrendNote[] Notes =
        [new(0, new(2026, 3, 4), "4 Mar: BPO Support (IN) and Hotjar added"), new(1, new(2026, 10, 2), "2 Oct: policy older than 12 months")];

    public static readonly HeatGroup[] Groups =
    [
        new("GDPR", ["Principles", "Lawfulness", "Notices", "Processors", "Records", "Transfers", "Security"]),
        new("CCPA", ["Notices", "Opt-out", "Contracts"]),
    ];

    public static readonly HeatRow[] Shops =
    [
        Row("Northwind Corner", "northwind-corner", "DK", "no owner", [null, null, null, null, null, null, null, null], [null, null, null, null], "No facts recorded yet"),
        Row("Fjord & Fable", "fjord-and-fable", "DE", "M. Lindqvist", [-49, 75, 100, 75, -49, 69, -49, 100], [68, 69, 100, 49], "2 blockers: BPO Support (IN) has no transfer mechanism; Hotjar has no agreement"),
        Row("Harbour Linen", "harbour-linen", "DE", "M. Lindqvist", [79, 75, 100, 75, 72, 69, 75, 100], [75, 69, 100, 72], "Notice does not cover “Loyalty programme”"),
        Row("Olive Row", "olive-row", "NL", "E. van Dam", [98, 100, 100, 100, 95, 100, 100, 100], [], null),
    ];

    // A negative number stands for a capped score; no numbers for a law that does not apply.
    private static HeatRow Row(string name, string slug, string country, string owner, int?[] gdpr, int?[] ccpa, string? holding) =>
        new(name, HubUrls.Shop(slug), $"{country} · {owner}", country, [Scores(slug, "GDPR", gdpr), Scores(slug, "CCPA", ccpa)], holding);

    private static HeatScore[] Scores(string slug, string regulation, int?[] scores)
    {
        var href = HubUrls.Checklist(slug, regulation);
        return scores.Length == 0
            ? [.. Enumerable.Repeat(new HeatScore(null, href, Applies: false), 4)]
            : [.. scores.Select(score => new HeatScore(score is { } value ? Math.Abs(value) : null, href, IsCapped: score < 0))];
    }
}
