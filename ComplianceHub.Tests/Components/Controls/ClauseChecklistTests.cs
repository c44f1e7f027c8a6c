using Bunit;
using ComplianceHub.Components.Controls;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Tests.Components.Controls;

/// <summary>A clause review says what was found, and starts with nothing found.</summary>
public sealed class ClauseChecklistTests : BunitContext
{
    [Fact]
    public void A_point_starts_as_not_reviewed() =>
        Assert.Equal("Not reviewed", Row().Find("label.on").TextContent.Trim());

    [Fact]
    public void Absent_tints_the_row() =>
        Assert.Contains("absent", Row(ClauseFinding.Absent).Find("tr").ClassList);

    [Fact]
    public void A_choice_is_told()
    {
        ClauseFinding? told = null;
        var row = Row(change: finding => told = finding);
        row.FindAll("input[type=radio]")[0].Change(true);
        Assert.Equal(ClauseFinding.Present, told);
    }

    [Fact]
    public void The_choices_are_named_by_the_duty()
    {
        var row = Row();
        Assert.Equal(row.Find(".duty").Id, row.Find("[role=radiogroup]").GetAttribute("aria-labelledby"));
    }

    [Fact]
    public void The_sum_says_what_is_missing() =>
        Assert.Equal("1 of 3 present · 1 absent · 1 not reviewed", Render<ClauseChecklist>(list => list
            .Add(l => l.Title, "Clause review")
            .Add(l => l.Findings, [ClauseFinding.Present, ClauseFinding.Absent, ClauseFinding.NotReviewed])
            .AddChildContent("")).Find("[role=status]").TextContent);

    private IRenderedComponent<ClauseRow> Row(ClauseFinding found = default, Action<ClauseFinding>? change = null) =>
        Render<ClauseRow>(row =>
        {
            row.Add(r => r.Point, "(h)").Add(r => r.Duty, "Information, audits and inspections").Add(r => r.Found, found);
            if (change is not null)
                row.Add(r => r.FoundChanged, change);
        });
}
