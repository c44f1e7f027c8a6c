using ComplianceHub.Data;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class MaterialChangesTests_on_Sqlite() : MaterialChangesTests(null);

public sealed class MaterialChangesTests_on_Postgres(PostgresServer server) : MaterialChangesTests(server);

public abstract class MaterialChangesTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private ProcessingActivity _activity = null!;
    private Vendor _vendor = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        _activity = await SaveAsync(new ProcessingActivity { ShopId = Shop.Id, Name = "Payments", Purposes = [new() { Code = "p", Text = "Pay" }] });
    }

    [Fact]
    public async Task A_new_activity_has_not_changed() => Assert.Null(await DayAsync());

    [Fact]
    public async Task A_changed_purpose_is_noted()
    {
        await ChangeAsync(activity => activity.Purposes[0].Text = "Pay and refund");
        Assert.Equal(Today, await DayAsync());
    }

    [Fact]
    public async Task What_no_notice_tells_is_not_noted()
    {
        await ChangeAsync(activity => activity.Owner = "Ada");
        Assert.Null(await DayAsync());
    }

    [Fact]
    public async Task A_day_that_the_writer_sets_stays()
    {
        await ChangeAsync(activity => (activity.Purposes[0].Text, activity.LastMaterialChangeOn) = ("Pay and refund", new(2026, 1, 5)));
        Assert.Equal(new DateOnly(2026, 1, 5), await DayAsync());
    }

    [Fact]
    public async Task A_new_recipient_is_noted_without_a_conflict_for_an_open_editor()
    {
        await SaveAsync(new Disclosure { ShopId = Shop.Id, ActivityId = _activity.Id, VendorId = _vendor.Id });
        Assert.Equal(Today, await DayAsync());
        await using var db = await OpenAsync();
        Assert.Equal(_activity.Version, (await db.Activities.SingleAsync(Ct)).Version);
    }

    [Fact]
    public async Task A_transfer_reaches_the_activity_through_its_disclosure()
    {
        var disclosure = await SaveAsync(new Disclosure { ShopId = Shop.Id, ActivityId = _activity.Id, VendorId = _vendor.Id });
        await ChangeAsync(activity => activity.LastMaterialChangeOn = null);
        await SaveAsync(new Transfer { ShopId = Shop.Id, Importer = "Stripe Inc.", ImporterCountry = "US", DisclosureIds = [disclosure.Id] });
        Assert.Equal(Today, await DayAsync());
    }

    [Fact]
    public async Task A_changed_period_is_noted_and_a_finished_deletion_is_not()
    {
        var rule = await SaveAsync(new RetentionRule { ShopId = Shop.Id, Name = "Payments", ActivityIds = [_activity.Id] });
        await ChangeAsync(activity => activity.LastMaterialChangeOn = null);
        await using (var db = await OpenAsync())
        {
            (await db.RetentionRules.SingleAsync(Ct)).LastRunOn = Today;
            await db.SaveChangesAsync(Ct);
        }
        Assert.Null(await DayAsync());
        await using (var db = await OpenAsync())
        {
            (await db.RetentionRules.SingleAsync(row => row.Id == rule.Id, Ct)).Period = new() { Amount = 6, Unit = PeriodUnit.Years };
            await db.SaveChangesAsync(Ct);
        }
        Assert.Equal(Today, await DayAsync());
    }

    [Fact]
    public async Task A_shops_own_recipient_leaves_the_groups_activity_alone()
    {
        var group = await SaveAsync(new ProcessingActivity { Name = "Newsletter" });
        await SaveAsync(new Disclosure { ShopId = Shop.Id, ActivityId = group.Id, VendorId = _vendor.Id });
        await using var db = await OpenAsync();
        Assert.Null((await db.Activities.SingleAsync(row => row.Id == group.Id, Ct)).LastMaterialChangeOn);
    }

    private async Task ChangeAsync(Action<ProcessingActivity> change)
    {
        await using var db = await OpenAsync();
        change(await db.Activities.SingleAsync(row => row.Id == _activity.Id, Ct));
        await db.SaveChangesAsync(Ct);
    }

    private async Task<DateOnly?> DayAsync()
    {
        await using var db = await OpenAsync();
        return (await db.Activities.SingleAsync(row => row.Id == _activity.Id, Ct)).LastMaterialChangeOn;
    }
}
