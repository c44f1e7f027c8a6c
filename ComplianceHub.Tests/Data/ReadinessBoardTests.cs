using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class ReadinessBoardTests_on_Sqlite() : ReadinessBoardTests(null);

public sealed class ReadinessBoardTests_on_Postgres(PostgresServer server) : ReadinessBoardTests(server);

public abstract class ReadinessBoardTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    private ReadinessBoard Board => ScopeOf(Actor.System("test")).GetRequiredService<ReadinessBoard>();

    [Fact]
    public async Task Every_shop_is_stale_until_it_is_computed()
    {
        Assert.Equal(3, await StaleAsync());
        Assert.Equal(3, await Board.RefreshStaleAsync(Ct));
        Assert.Equal(0, await StaleAsync());
        await using var db = await OpenAsync();
        var whole = await db.ReadinessScores.Where(row => row.ShopId == Shop.Id && row.Area == ReadinessScore.WholeRegulation).ToListAsync(Ct);
        Assert.Equal(Regulations.All.Select(regulation => regulation.Id).Order(), whole.Select(row => row.Regulation).Order());
        Assert.All(whole, row => Assert.Null(row.Points));
    }

    [Fact]
    public async Task A_shops_own_record_makes_that_shop_stale()
    {
        await Board.RefreshStaleAsync(Ct);
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        Assert.Equal(1, await StaleAsync());
        await Board.RefreshAsync(Shop.Id, Ct);
        Assert.Equal(0, await StaleAsync());
    }

    [Fact]
    public async Task A_group_record_makes_stale_the_shops_that_it_applied_to_and_applies_to()
    {
        var vendor = await SaveAsync(new Vendor { LegalName = "Stripe", AppliesTo = new() { Kind = CoverageKind.Shops, ShopIds = [OtherShop.Id] } });
        await Board.RefreshStaleAsync(Ct);
        await using (var db = await OpenAsync())
        {
            var stored = await db.Vendors.SingleAsync(row => row.Id == vendor.Id, Ct);
            stored.AppliesTo = new() { Kind = CoverageKind.LegalEntities, LegalEntityIds = [Company.Id] };
            await db.SaveChangesAsync(Ct);
        }
        Assert.Equal(3, await StaleAsync());
    }

    [Fact]
    public async Task People_and_grants_make_nothing_stale()
    {
        await Board.RefreshStaleAsync(Ct);
        await PersonAsync(ComplianceHub.Domain.Organisation.HubRole.Viewer, Shop.Id);
        Assert.Equal(0, await StaleAsync());
    }

    [Fact]
    public async Task Time_makes_a_shop_stale_on_the_day_a_date_is_reached()
    {
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Leaving", RetiredOn = new(2026, 11, 25) });
        await Board.RefreshStaleAsync(Ct);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 22, 59, 0, TimeSpan.Zero)); // 23:59 in Oslo
        Assert.Equal(0, await StaleAsync());
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await StaleAsync());
    }

    [Fact]
    public async Task A_changed_outcome_is_kept_with_its_day_and_its_cause()
    {
        await Board.RefreshStaleAsync(Ct);
        Clock.Advance(TimeSpan.FromDays(1));
        await using (var db = await OpenAsync())
        {
            var shop = await db.Shops.SingleAsync(row => row.Id == Shop.Id, Ct);
            shop.Profile = shop.Profile with { OffersToEea = Answer.Yes, StatesNoRecordKept = true };
            await db.SaveChangesAsync(Ct);
        }
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        await Board.RefreshAsync(Shop.Id, Ct);
        await using var after = await OpenAsync();
        var days = await after.ReadinessDays.Where(row => row.ShopId == Shop.Id && row.Regulation == "GDPR").OrderBy(row => row.Day).ToListAsync(Ct);
        Assert.Equal(new DateOnly(2026, 11, 23), days[0].Day);
        var score = await after.ReadinessScores.SingleAsync(row => row.ShopId == Shop.Id && row.Regulation == "GDPR" && row.Area == "", Ct);
        Assert.Equal(2, days.Count);
        Assert.Equal(new DateOnly(2026, 11, 24), days[1].Day);
        Assert.NotEmpty(days[1].Changes);
        Assert.All(days[1].Changes, change => Assert.Equal(score.Outcomes[change.Requirement], change.To));
        Assert.Equal(2, days[1].Causes.Count);
    }

    [Fact]
    public async Task Who_watches_a_shop_hears_of_a_change()
    {
        var board = Board;
        await board.RefreshStaleAsync(Ct);
        await using var watch = board.WatchAsync(Shop.Id, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await watch.MoveNextAsync());
        Assert.False(watch.Current.IsStale);
        var version = watch.Current.RegistersVersion;
        var next = watch.MoveNextAsync();
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        await Board.RefreshAsync(Shop.Id, Ct);
        Assert.True(await next);
        Assert.Equal(version + 1, watch.Current.RegistersVersion);
    }

    [Fact]
    public async Task Who_watches_a_shop_hears_of_a_change_in_another_instance()
    {
        var board = Board;
        await board.RefreshStaleAsync(Ct);
        await using var watch = board.WatchAsync(Shop.Id, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await watch.MoveNextAsync());
        await board.ListenAsync(Ct);
        var next = watch.MoveNextAsync();
        await using (var other = Build(ConnectionString))
        await using (var db = await other.CreateScope().ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("other"), Ct))
        {
            db.Add(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
            await db.SaveChangesAsync(Ct);
        }
        Assert.False(next.IsCompleted);
        await board.ListenAsync(Ct);
        Assert.True(await next);
        Assert.True(watch.Current.IsStale);
    }

    [Fact]
    public async Task Two_instances_may_compute_the_same_shops_at_once()
    {
        await Task.WhenAll(Board.RefreshStaleAsync(Ct), Board.RefreshStaleAsync(Ct));
        await Board.RefreshStaleAsync(Ct);
        Assert.Equal(0, await StaleAsync());
    }

    private async Task<int> StaleAsync()
    {
        await using var db = await OpenAsync();
        return await ReadinessBoard.StaleShops(db, Clock.GetUtcNow()).CountAsync(Ct);
    }
}
