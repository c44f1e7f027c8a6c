using Bunit;
using ComplianceHub.Compliance;
using ComplianceHub.Components.Controls;

namespace ComplianceHub.Tests.Components.Controls;

/// <summary>Colour is never the only signal: every outcome and band has its own shape and its own word.</summary>
public sealed class OutcomeChipTests : BunitContext
{
    public static TheoryData<Outcome> Outcomes => [.. Enum.GetValues<Outcome>()];

    [Theory, MemberData(nameof(Outcomes))]
    public void A_chip_says_its_word(Outcome outcome) =>
        Assert.Equal(outcome.Word(), Render<OutcomeChip>(chip => chip.Add(c => c.Outcome, outcome)).Find(".chip").TextContent.Trim());

    [Theory, MemberData(nameof(Outcomes))]
    public void An_icon_is_named(Outcome outcome) =>
        Assert.Equal(outcome.Word(), Render<OutcomeChip>(chip => chip.Add(c => c.Outcome, outcome).Add(c => c.Size, OutcomeSize.Icon))
            .Find("[role=img].icon").GetAttribute("aria-label"));

    [Fact]
    public void Outcomes_differ_in_shape_word_and_colour()
    {
        var all = Enum.GetValues<Outcome>();
        Assert.Equal(all.Length, all.Select(outcome => outcome.Icon()).Distinct().Count());
        Assert.Equal(all.Length, all.Select(outcome => outcome.Word()).Distinct().Count());
        Assert.Equal(all.Length, all.Select(outcome => outcome.ToTone().Css()).Distinct().Count());
    }

    [Fact]
    public void Bands_differ_in_shape_word_and_heat()
    {
        var all = Enum.GetValues<Band>().Select(band => (Band?)band).Append(null).ToArray();
        Assert.Equal(all.Length, all.Select(band => band.Icon()).Distinct().Count());
        Assert.Equal(all.Length, all.Select(band => band.Word()).Distinct().Count());
        Assert.Equal(all.Length, all.Select(band => band.HeatCss()).Distinct().Count());
    }

    [Fact]
    public void Nothing_assessed_is_never_green() => Assert.Equal(Tone.NotAssessed, ((Band?)null).ToTone());

    [Fact]
    public void A_mark_takes_other_words() =>
        Assert.Contains("No agreement", Render<OutcomeChip>(chip => chip
            .Add(c => c.Outcome, Outcome.Fail).Add(c => c.Size, OutcomeSize.Mark).Add(c => c.Text, "No agreement")).Find(".mark").TextContent, StringComparison.Ordinal);

    [Theory, InlineData(true, 1), InlineData(false, 0)]
    public void A_blocker_is_red_only_while_it_fails(bool isFailing, int alarms) =>
        Assert.Equal(alarms, Render<SeverityTag>(tag => tag.Add(t => t.Severity, Severity.Blocker).Add(t => t.IsFailing, isFailing)).FindAll(".alarm").Count);
}
