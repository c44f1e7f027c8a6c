using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Portfolio;
using ComplianceHub.Tests.Data;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Portfolio;

public sealed class PortfolioQueryTests_on_Sqlite() : PortfolioQueryTests(null);

public sealed class PortfolioQueryTests_on_Postgres(PostgresServer server) : PortfolioQueryTests(server);

public abstract class PortfolioQueryTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    [Fact]
    public async Task A_shop_that_was_never_computed_comes_first_and_is_not_assessed()
    {
        await StandAsync(SisterShop, 12);
        await StandAsync(OtherShop, 80);
        var page = await PageAsync();
        Assert.Equal(["fjord-and-fable", "olive-row", "northwind-corner"], Slugs(page));
        Assert.Equal([(null, 1), (Band.NotReady, 1), (Band.Nearly, 1)], page.Bands);
    }

    [Fact]
    public async Task Worst_comes_first_and_what_does_not_apply_last()
    {
        await StandAsync(Shop, ReadinessStanding.NotApplicable);
        await StandAsync(SisterShop, 90);
        await StandAsync(OtherShop, 0);
        Assert.Equal(["northwind-corner", "olive-row", "fjord-and-fable"], Slugs(await PageAsync()));
    }

    [Fact]
    public async Task The_next_date_is_the_day_that_begins_then_at_the_shop()
    {
        await SaveAsync(new ReadinessSummary { ShopId = Shop.Id, ValidUntil = new DateTimeOffset(2026, 12, 12, 23, 0, 0, TimeSpan.Zero) });
        var rows = (await PageAsync()).Rows.ToDictionary(row => row.Slug, row => row.NextDate);
        Assert.Equal((new DateOnly(2026, 12, 13), null), (rows["fjord-and-fable"], rows["olive-row"]));
    }

    [Fact]
    public async Task Proposals_wait_for_who_decides_about_the_group_s_registers()
    {
        var vendor = await SaveAsync(new Vendor { LegalName = "Stripe" });
        Proposal Propose(ProposalState state) => new()
        {
            ShopId = Shop.Id, Register = Register.ThirdParties, RecordId = vendor.Id, Field = nameof(Vendor.Country), Value = "\"IE\"", Reason = "The contract names Dublin.", State = state,
        };
        await SaveAsync(Propose(ProposalState.Open));
        await SaveAsync(Propose(ProposalState.Declined));
        async Task<IReadOnlyList<(Register, int)>> OfAsync(HubRole role, Guid? shop) =>
            await new PortfolioQuery(ScopeOf(Actor.User(await PersonAsync(role, shop))).GetRequiredService<HubDb>(), Clock).ProposalsAsync(Ct);
        Assert.Equal([(Register.ThirdParties, 1)], await OfAsync(HubRole.PrivacyOfficer, null));
        Assert.Empty(await OfAsync(HubRole.Viewer, null));
        Assert.Empty(await OfAsync(HubRole.PrivacyOfficer, Shop.Id));
    }

    [Fact]
    public async Task A_regulation_has_an_order_of_its_own()
    {
        await StandAsync(Shop, 90, "GDPR");
        await StandAsync(SisterShop, 20, "GDPR");
        await StandAsync(OtherShop, 50, "GDPR");
        await StandAsync(Shop, 10);
        Assert.Equal(["olive-row", "northwind-corner", "fjord-and-fable"], Slugs(await PageAsync(new() { Regulation = "GDPR" })));
    }

    [Theory]
    [InlineData(49, Band.NotReady), InlineData(50, Band.Gaps), InlineData(74, Band.Gaps), InlineData(75, Band.Nearly), InlineData(89, Band.Nearly), InlineData(90, Band.Ready)]
    public async Task A_band_shows_its_shops_alone(int rank, Band band)
    {
        await StandAsync(Shop, rank);
        foreach (var other in Enum.GetValues<Band>())
            Assert.Equal(other == band ? ["fjord-and-fable"] : [], Slugs(await PageAsync(new() { Band = other })));
    }

    [Fact]
    public async Task Blocked_shops_are_counted_and_shown_alone()
    {
        await StandAsync(Shop, 49, isBlocked: true);
        await StandAsync(SisterShop, 30);
        Assert.Equal(1, (await PageAsync()).WithBlockers);
        Assert.Equal(["fjord-and-fable"], Slugs(await PageAsync(new() { WithBlockers = true })));
    }

    [Fact]
    public async Task A_part_of_a_name_finds_a_shop_whatever_its_case()
    {
        var page = await PageAsync(new() { Search = "FABLE" });
        Assert.Equal(["fjord-and-fable"], Slugs(page));
        Assert.Equal((1, 3, 2), (page.Total, page.All, page.LegalEntities));
    }

    [Fact]
    public async Task Somebody_with_a_grant_for_one_shop_sees_that_shop_and_counts_it_alone()
    {
        await StandAsync(SisterShop, 10, isBlocked: true);
        var page = await PageAsync(new(), await PersonAsync(HubRole.Viewer, Shop.Id));
        Assert.Equal(["fjord-and-fable"], Slugs(page));
        Assert.Equal((1, 1, 1, 0), (page.Total, page.All, page.LegalEntities, page.WithBlockers));
        Assert.Empty((await PageAsync(new(), await PersonAsync(HubRole.Auditor, Shop.Id))).Rows);
    }

    [Fact]
    public async Task A_page_holds_25_shops_and_the_next_goes_on()
    {
        await using (var db = await OpenAsync())
        {
            db.AddRange(Enumerable.Range(10, 30).Select(number => new Shop { Name = $"Shop {number}", Slug = $"shop-{number}", LegalEntityId = Company.Id }));
            await db.SaveChangesAsync(Ct);
        }
        var first = Slugs(await PageAsync());
        var second = Slugs(await PageAsync(new() { Page = 2 }));
        Assert.Equal((25, 8), (first.Count, second.Count));
        Assert.Equal(33, first.Union(second).Count());
    }

    [Fact]
    public async Task What_the_board_computes_is_where_the_shop_stands()
    {
        await ScopeOf(Actor.System("test")).GetRequiredService<ReadinessBoard>().RefreshStaleAsync(Ct);
        await using var db = await OpenAsync();
        var scores = await db.ReadinessScores.Where(row => row.Area == ReadinessScore.WholeRegulation && row.ShopId == Shop.Id).ToListAsync(Ct);
        var standings = await db.ReadinessStandings.Where(row => row.ShopId == Shop.Id).ToDictionaryAsync(row => row.Regulation, Ct);
        Assert.Equal(scores.Count + 1, standings.Count);
        Assert.All(scores, score => Assert.Equal(score.Points ?? ReadinessStanding.NotAssessed, standings[score.Regulation].Rank));
        Assert.Equal(ReadinessStanding.NotAssessed, standings[ReadinessStanding.AllRegulations].Rank);
    }

    private async Task StandAsync(Shop shop, int rank, string regulation = ReadinessStanding.AllRegulations, bool isBlocked = false) =>
        await SaveAsync(new ReadinessStanding { ShopId = shop.Id, Regulation = regulation, Rank = rank, IsBlocked = isBlocked });

    private async Task<PortfolioPageRows> PageAsync(PortfolioFilter? filter = null, Guid? person = null)
    {
        var scope = ScopeOf(Actor.User(person ?? await PersonAsync(HubRole.PrivacyOfficer)));
        return await new PortfolioQuery(scope.GetRequiredService<HubDb>(), Clock).PageAsync(filter ?? new(), Ct);
    }

    private static List<string> Slugs(PortfolioPageRows page) => [.. page.Rows.Select(row => row.Slug)];
}
