using System.Text;
using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Freezing;

public sealed class FrozenSnapshotTests
{
    public static TheoryData<string> Shops => ["fjord-and-fable", "olive-row", "northwind-corner"];

    [Theory, MemberData(nameof(Shops))]
    public void What_is_read_back_has_the_same_bytes(string slug)
    {
        var frozen = FrozenSnapshot.Write(DemoSnapshots.Of(slug));
        Assert.Equal(frozen, FrozenSnapshot.Write(FrozenSnapshot.Read(frozen)));
    }

    [Fact]
    public void Every_kind_of_value_comes_back()
    {
        var frozen = FrozenSnapshot.Write(GivenShop.CompliantShop());
        Assert.Equal(Encoding.UTF8.GetString(frozen), Encoding.UTF8.GetString(FrozenSnapshot.Write(FrozenSnapshot.Read(frozen))));
    }

    [Theory, MemberData(nameof(Shops))]
    public void It_evaluates_to_what_the_shop_evaluated_to(string slug)
    {
        var shop = DemoSnapshots.Of(slug);
        var again = FrozenSnapshot.Read(FrozenSnapshot.Write(shop));
        foreach (var regulation in Regulations.All)
        {
            var (before, after) = (Readiness.Of(shop, regulation), Readiness.Of(again, regulation));
            Assert.Equal(before.Score.Points, after.Score.Points);
            Assert.Equal(before.Results.Select(Told), after.Results.Select(Told));
        }
    }

    [Theory, MemberData(nameof(Shops))]
    public void Its_frozen_verdicts_come_out_the_same_each_time(string slug)
    {
        var frozen = FrozenSnapshot.Write(DemoSnapshots.Of(slug));
        Assert.Equal(VerdictsOf(frozen), VerdictsOf(frozen));
        Assert.Equal(VerdictsOf(frozen), FrozenReadiness.Write(FrozenReadiness.Read(VerdictsOf(frozen))));
    }

    [Fact]
    public void Frozen_verdicts_say_what_the_result_said()
    {
        var readiness = Readiness.Of(DemoSnapshots.FjordAndFable(), Regulations.All[0]);
        var frozen = FrozenReadiness.Read(FrozenReadiness.Write([FrozenReadiness.Of(readiness)])).Single();
        Assert.Equal((49, 49, Band.NotReady), (frozen.Points, frozen.Cap, frozen.Band));
        Assert.Equal(readiness.Score.Counts, frozen.Counts);
        var processors = frozen.Results.Single(result => result.Requirement == "GDPR-28-3");
        Assert.Equal(Outcome.Fail, processors.Outcome);
        Assert.Contains(processors.Findings, finding => finding.Subject.Name == "Hotjar Ltd");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"schema\":1")]
    [InlineData("{\"schema\":1}")]
    [InlineData("{\"schema\":99,\"snapshot\":{}}")]
    [InlineData("{\"schema\":\"1\",\"snapshot\":{}}")]
    [InlineData("{\"schema\":1,\"snapshot\":{}}")]
    [InlineData("{\"schema\":1,\"snapshot\":{\"AsOf\":7}}")]
    public void Anything_else_is_refused_in_words(string text) =>
        Assert.StartsWith("What was frozen", Assert.Throws<FormatException>(() => FrozenSnapshot.Read(Encoding.UTF8.GetBytes(text))).Message);

    private static byte[] VerdictsOf(byte[] frozen)
    {
        var shop = FrozenSnapshot.Read(frozen);
        return FrozenReadiness.Write([.. Regulations.All.Select(regulation => FrozenReadiness.Of(Readiness.Of(shop, regulation)))]);
    }

    private static string Told(RequirementResult result) =>
        $"{result.Requirement.Id} {result.Verdict.Outcome} {result.PointsLost} {string.Join('|', result.Verdict.Findings.Select(finding => finding.Record.Id + finding.Text).Order(StringComparer.Ordinal))}";
}
