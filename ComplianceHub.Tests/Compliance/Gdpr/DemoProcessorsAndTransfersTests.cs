using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

/// <summary>What the demo's shops come to for processors, transfers and card codes (catalogue 12.4, 12.5).</summary>
public sealed class DemoProcessorsAndTransfersTests
{
    [Theory]
    [InlineData("GDPR-26", Outcome.Pass, 1, 2, 2)]
    [InlineData("GDPR-28-1", Outcome.Partial, 0.75, 12, 16)]
    [InlineData("GDPR-28-2", Outcome.Partial, 0.75, 14, 16)]
    [InlineData("GDPR-28-3", Outcome.Fail, 0, 14, 16)]
    [InlineData("GDPR-28-3-0", Outcome.Partial, 0.75, 15, 16)]
    [InlineData("GDPR-44", Outcome.Fail, 0, 12, 13)]
    [InlineData("GDPR-45", Outcome.Pass, 1, 2, 2)]
    [InlineData("GDPR-45-DPF", Outcome.Pass, 1, 8, 8)]
    [InlineData("GDPR-46-SCC", Outcome.Pass, 1, 1, 1)]
    [InlineData("GDPR-46-TIA", Outcome.Partial, 0.75, 1, 1)]
    [InlineData("GDPR-49", Outcome.Pass, 1, 1, 1)]
    public void Fjord_and_Fable(string id, Outcome outcome, double value, int met, int total)
    {
        var verdict = Assess(id, DemoSnapshots.FjordAndFable()).ShouldBe(outcome);
        Assert.Equal(((decimal)value, met, total), (verdict.Value, verdict.Met, verdict.Checked));
    }

    [Fact]
    public void Fjord_and_Fable_keeps_no_card_code() => Assess("PCI-3-3-1", DemoSnapshots.FjordAndFable()).ShouldFind(Outcome.Pass);

    [Fact]
    public void Fjord_and_Fable_finds_what_was_planted_in_its_agreements()
    {
        var verdict = Assess("GDPR-28-3", DemoSnapshots.FjordAndFable());
        Assert.Equal(
            [
                ("Hotjar Ltd", FindingSeverity.Hard, "No data processing agreement is in force."),
                ("PickPack 3PL GmbH", FindingSeverity.Hard, "The point “Information, audits and inspections”, Art. 28(3)(h), is absent."),
                ("Nosto Solutions Oy", FindingSeverity.Soft, "The point “Deletion or return at the end”, Art. 28(3)(g), is not reviewed."),
                ("PickPack 3PL GmbH", FindingSeverity.Soft, "The agreement ends on 12 Dec 2026."),
            ],
            verdict.Findings.Select(finding => (finding.Subject.Name, finding.Severity, finding.Text)));
        Assert.EndsWith("It fails as a whole because of Hotjar Ltd (large scale).", verdict.Summary, StringComparison.Ordinal);
        Assert.Equal("Complete 3 agreements: Hotjar Ltd, PickPack 3PL GmbH, Nosto Solutions Oy", Regulations.Requirement("GDPR-28-3")!.FixTitle(verdict));
    }

    [Fact]
    public void Without_large_scale_two_of_sixteen_agreements_are_partial()
    {
        var shop = DemoSnapshots.FjordAndFable();
        foreach (var activity in shop.Activities)
            activity.LargeScale = Answer.No;
        var verdict = Assess("GDPR-28-3", shop).ShouldBe(Outcome.Partial);
        Assert.Equal((0.75m, 14), (verdict.Value, verdict.Met));
    }

    [Fact]
    public void Support_in_India_has_no_mechanism()
    {
        var verdict = Assess("GDPR-44", DemoSnapshots.FjordAndFable()).ShouldFind(Outcome.Fail, ("BPO Support Pvt Ltd (IN)", "No transfer mechanism is on file."));
        Assert.Equal("12 of 13 flows have a mechanism. Missing: BPO Support Pvt Ltd (IN).", verdict.Summary);
        Assert.Equal("Agree on a transfer mechanism with BPO Support Pvt Ltd (IN)", Regulations.Requirement("GDPR-44")!.FixTitle(verdict));
    }

    [Fact]
    public void Express_parcels_that_become_regular_break_two_requirements()
    {
        var shop = DemoSnapshots.FjordAndFable();
        shop.Transfers.Single(transfer => transfer.Importer == "UPS").IsOccasional = Answer.No;
        Assert.Contains(Assess("GDPR-44", shop).Findings, finding => finding.Record.Name == "UPS (US)");
        Assess("GDPR-49", shop).ShouldBe(Outcome.Fail);
    }

    [Theory]
    [InlineData("GDPR-26", Outcome.NotApplicable, 0)]
    [InlineData("GDPR-28-1", Outcome.Partial, 5)]
    [InlineData("GDPR-28-2", Outcome.Pass, 5)]
    [InlineData("GDPR-28-3", Outcome.Pass, 5)]
    [InlineData("GDPR-28-3-0", Outcome.Pass, 5)]
    [InlineData("GDPR-44", Outcome.NotApplicable, 0)]
    [InlineData("GDPR-45", Outcome.NotApplicable, 0)]
    [InlineData("GDPR-45-DPF", Outcome.NotApplicable, 0)]
    [InlineData("GDPR-46-SCC", Outcome.NotApplicable, 0)]
    [InlineData("GDPR-46-TIA", Outcome.NotApplicable, 0)]
    [InlineData("GDPR-49", Outcome.NotApplicable, 0)]
    public void Olive_Row(string id, Outcome outcome, int met) => Assert.Equal(met, Assess(id, DemoSnapshots.OliveRow()).ShouldBe(outcome).Met);

    [Fact]
    public void Olive_Row_keeps_no_card_code() => Assess("PCI-3-3-1", DemoSnapshots.OliveRow()).ShouldFind(Outcome.Pass);

    [Fact]
    public void Olive_Rows_bookkeeper_was_checked_too_long_ago() =>
        Assess("GDPR-28-1", DemoSnapshots.OliveRow()).ShouldFind(Outcome.Partial, ("Boekhuis BV", $"The due diligence expired on {new DateOnly(2026, 9, 30):d MMM yyyy}."));

    [Theory]
    [InlineData("GDPR-26"), InlineData("GDPR-28-1"), InlineData("GDPR-28-2"), InlineData("GDPR-28-3"), InlineData("GDPR-28-3-0")]
    [InlineData("GDPR-44"), InlineData("GDPR-45"), InlineData("GDPR-45-DPF"), InlineData("GDPR-46-SCC"), InlineData("GDPR-46-TIA"), InlineData("GDPR-49")]
    [InlineData("PCI-3-3-1")]
    public void Northwind_Corner_knows_nothing_yet(string id) => Assess(id, DemoSnapshots.NorthwindCorner()).ShouldBe(Outcome.NotAssessed);

    private static Verdict Assess(string id, ShopSnapshot shop) => Regulations.Requirement(id)!.Assess(shop);
}
