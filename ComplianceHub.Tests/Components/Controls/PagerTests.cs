using Bunit;
using Bunit.TestDoubles;
using ComplianceHub.Components.Controls;
using Microsoft.Extensions.DependencyInjection;

namespace ComplianceHub.Tests.Components.Controls;

/// <summary>Pages of a list, of 25 rows each.</summary>
public sealed class PagerTests : BunitContext
{
    private const int PageSize = 25;

    [Theory]
    [InlineData(0), InlineData(25)]
    public void One_page_needs_no_pager(int total) => Assert.Empty(Pager(total, page: 1).Markup.Trim());

    [Theory]
    [InlineData(26, 1, "1–25 of 26", null, "?page=2"), InlineData(26, 2, "26–26 of 26", "?page=1", null)]
    [InlineData(75, 2, "26–50 of 75", "?page=1", "?page=3"), InlineData(1_250, 50, "1226–1250 of 1,250", "?page=49", null)]
    public void Tells_the_rows_and_leads_to_the_neighbours(int total, int page, string rows, string? before, string? after)
    {
        var pager = Pager(total, page);
        Assert.Equal(rows, pager.Find(".muted").TextContent);
        Assert.EndsWith(before ?? "", pager.FindAll("[rel=prev]").SingleOrDefault()?.GetAttribute("href") ?? "", StringComparison.Ordinal);
        Assert.EndsWith(after ?? "", pager.FindAll("[rel=next]").SingleOrDefault()?.GetAttribute("href") ?? "", StringComparison.Ordinal);
        Assert.Equal((before is not null, after is not null), (pager.FindAll("[rel=prev]").Count > 0, pager.FindAll("[rel=next]").Count > 0));
    }

    // Somebody types an address, or the last rows went away.
    [Fact]
    public void Leads_back_from_behind_the_end() => Assert.EndsWith("?page=8", Pager(total: 30, page: 9).Find("[rel=prev]").GetAttribute("href"), StringComparison.Ordinal);

    [Fact]
    public void Keeps_what_else_stands_in_the_address()
    {
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo("audits?state=Signed&page=1");
        Assert.EndsWith("audits?state=Signed&page=2", Pager(total: 60, page: 1).Find("[rel=next]").GetAttribute("href"), StringComparison.Ordinal);
    }

    private IRenderedComponent<Pager> Pager(int total, int page) => Render<Pager>(pager => pager.Add(one => one.Total, total).Add(one => one.Page, page).Add(one => one.PageSize, PageSize));
}
