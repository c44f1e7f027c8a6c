using System.Text.Json;
using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Data;

public sealed class ShopSnapshotsTests_on_Sqlite() : ShopSnapshotsTests(null);

public sealed class ShopSnapshotsTests_on_Postgres(PostgresServer server) : ShopSnapshotsTests(server);

public abstract class ShopSnapshotsTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    [Fact]
    public async Task Group_records_count_where_they_apply()
    {
        await SaveAsync(new Vendor { LegalName = "For all" });
        await SaveAsync(new Vendor { LegalName = "For the company", AppliesTo = new() { Kind = CoverageKind.LegalEntities, LegalEntityIds = [Company.Id] } });
        await SaveAsync(new Vendor { LegalName = "For the other shop", AppliesTo = new() { Kind = CoverageKind.Shops, ShopIds = [OtherShop.Id] } });
        await SaveAsync(new Vendor { LegalName = "The shop's", ShopId = Shop.Id });
        await SaveAsync(new Vendor { LegalName = "The sister's", ShopId = SisterShop.Id });
        Assert.Equal(["For all", "For the company", "The shop's"], (await SnapshotAsync(Shop)).Vendors.Select(vendor => vendor.LegalName));
        Assert.Equal(["For all", "For the other shop"], (await SnapshotAsync(OtherShop)).Vendors.Select(vendor => vendor.LegalName));
    }

    [Fact]
    public async Task A_deviation_replaces_one_value_for_one_shop()
    {
        var (mail, post) = (await SaveAsync(new Vendor { LegalName = "Mail Co" }), await SaveAsync(new Vendor { LegalName = "Post Co", ShopId = Shop.Id }));
        var activity = await SaveAsync(new ProcessingActivity { Name = "Newsletter" });
        var disclosure = await SaveAsync(new Disclosure { ActivityId = activity.Id, VendorId = mail.Id });
        var deviation = await SaveAsync(Deviation(Register.Disclosures, disclosure.Id, nameof(Disclosure.VendorId), post.Id));
        Assert.Equal(post.Id, deviation.ReferencedId);
        Assert.Equal(post.Id, Assert.Single((await SnapshotAsync(Shop)).Disclosures).VendorId);
        Assert.Equal(mail.Id, Assert.Single((await SnapshotAsync(SisterShop)).Disclosures).VendorId);
    }

    [Fact]
    public async Task A_deviation_may_replace_a_whole_part_or_switch_the_record_off()
    {
        var rule = await SaveAsync(new RetentionRule { Name = "Orders", Period = new() { Amount = 10, Unit = PeriodUnit.Years } });
        var vendor = await SaveAsync(new Vendor { LegalName = "Mail Co" });
        await SaveAsync(Deviation(Register.Retention, rule.Id, nameof(RetentionRule.Period), new RetentionPeriod { Amount = 6, Unit = PeriodUnit.Years }));
        await SaveAsync(Deviation(Register.ThirdParties, vendor.Id, ComplianceHub.Domain.Registers.Deviation.Excluded, true));
        var snapshot = await SnapshotAsync(Shop);
        Assert.Equal("6 years", Assert.Single(snapshot.RetentionRules).Period!.ToString());
        Assert.Empty(snapshot.Vendors);
        Assert.Equal("10 years", Assert.Single((await SnapshotAsync(SisterShop)).RetentionRules).Period!.ToString());
    }

    [Theory]
    [InlineData("Period", "{\"Amount\":", "does not fit")]
    [InlineData("Name", "null", "missing")]
    [InlineData("Name", "\"\"", "Enter")]
    [InlineData("ShopId", "null", "cannot differ")]
    [InlineData("Version", "3", "cannot differ")]
    [InlineData("AppliesTo", "{}", "cannot differ")]
    public async Task A_deviation_is_validated_as_its_field_is(string field, string json, string sentence)
    {
        var rule = await SaveAsync(new RetentionRule { Name = "Orders" });
        var deviation = new Deviation { ShopId = Shop.Id, Register = Register.Retention, RecordId = rule.Id, Field = field, Value = json, Reason = "Local law" };
        Assert.Contains(sentence, (await Assert.ThrowsAsync<DomainException>(() => SaveAsync(deviation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_deviates_only_from_what_applies_to_it()
    {
        var elsewhere = await SaveAsync(new Vendor { LegalName = "Elsewhere", AppliesTo = new() { Kind = CoverageKind.Shops, ShopIds = [OtherShop.Id] } });
        var own = await SaveAsync(new Vendor { LegalName = "Own", ShopId = Shop.Id });
        foreach (var vendor in new[] { elsewhere, own })
            await Assert.ThrowsAsync<DomainException>(() => SaveAsync(Deviation(Register.ThirdParties, vendor.Id, nameof(Vendor.Service), "Hosting")));
        var foreign = await SaveAsync(new Vendor { LegalName = "Foreign", ShopId = OtherShop.Id });
        var system = await SaveAsync(new DataSystem { Name = "CRM" });
        await Assert.ThrowsAsync<DomainException>(() => SaveAsync(Deviation(Register.Systems, system.Id, nameof(DataSystem.VendorId), foreign.Id)));
    }

    [Fact]
    public async Task A_retired_record_counts_until_the_day_before()
    {
        await SaveAsync(new Vendor { LegalName = "Old", ShopId = Shop.Id, RetiredOn = new(2026, 11, 23) });
        Assert.Single((await SnapshotAsync(Shop, new(2026, 11, 22))).Vendors);
        Assert.Equal(new(2026, 11, 23), (await SnapshotAsync(Shop, new(2026, 11, 22))).NextChange);
        Assert.Empty((await SnapshotAsync(Shop, new(2026, 11, 23))).Vendors);
    }

    [Fact]
    public async Task Today_is_the_shops_own_day()
    {
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 30, 0, TimeSpan.Zero)); // past midnight in Oslo
        var snapshot = await SnapshotAsync(Shop);
        Assert.Equal((new DateOnly(2026, 11, 24), Clock.GetUtcNow()), (snapshot.AsOf, snapshot.AsOfInstant));
        var before = await SnapshotAsync(Shop, new(2026, 11, 23));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero).AddTicks(-1), before.AsOfInstant);
    }

    [Fact]
    public async Task The_demo_reads_back_as_it_was_built()
    {
        await SaveDemoAsync();
        await foreach (var snapshot in Snapshots(Actor.System("test")).LoadAllAsync(DemoGroup.Day, Ct))
        {
            if (snapshot.Shop.Slug is "fjord-and-fable" or "olive-row" or "northwind-corner")
                Assert.Equal(VerdictsOf(DemoSnapshots.Of(snapshot.Shop.Slug)), VerdictsOf(snapshot));
        }
    }

    [Fact]
    public async Task Verdicts_are_the_same_bytes_for_administrator_viewer_and_manager()
    {
        var demo = await SaveDemoAsync();
        var shop = demo.Shops.First(shop => shop.Slug == "fjord-and-fable");
        Guid[] people =
        [
            await PersonAsync(HubRole.Administrator), await PersonAsync(HubRole.Viewer, shop.Id), await PersonAsync(HubRole.Manager, shop.Id),
        ];
        var verdicts = new List<string>();
        foreach (var person in people)
            verdicts.Add(VerdictsOf((await Snapshots(Actor.User(person)).LoadAsync("fjord-and-fable", DemoGroup.Day, Ct))!, withIds: true));
        Assert.Single(verdicts.Distinct());
        Assert.NotEmpty((await Snapshots(Actor.User(people[2])).LoadAsync(shop.Id, DemoGroup.Day, Ct))!.Vendors);
    }

    [Fact]
    public async Task A_stranger_loads_nothing()
    {
        var viewer = await PersonAsync(HubRole.Viewer, OtherShop.Id);
        Assert.Null(await Snapshots(Actor.User(viewer)).LoadAsync(Shop.Id, ct: Ct));
        Assert.Null(await Snapshots(Actor.User(viewer)).LoadAsync(Shop.Slug, ct: Ct));
        Assert.Null(await Snapshots(Actor.User(viewer)).LoadAsync(Guid.CreateVersion7(), ct: Ct));
        var slugs = new List<string>();
        await foreach (var snapshot in Snapshots(Actor.User(viewer)).LoadAllAsync(ct: Ct))
            slugs.Add(snapshot.Shop.Slug);
        Assert.Equal([OtherShop.Slug], slugs);
    }

    private async Task<DemoRecords> SaveDemoAsync()
    {
        var demo = DemoGroup.Build();
        await using var db = await OpenAsync();
        // The fixture's shops have the demo's addresses.
        db.RemoveRange(db.Shops.ToList());
        await db.SaveChangesAsync(Ct);
        db.AddRange(demo.LegalEntities);
        db.AddRange(demo.Shops);
        db.AddRange(demo.Records);
        db.AddRange(demo.Attestations);
        await db.SaveChangesAsync(Ct);
        return demo;
    }

    private static string VerdictsOf(ShopSnapshot snapshot, bool withIds = false) => JsonSerializer.Serialize(
        Regulations.All.Select(regulation => Readiness.Of(snapshot, regulation)).Select(readiness => new
        {
            readiness.Regulation.Id,
            readiness.Score.Points,
            readiness.Gate,
            Results = readiness.Results.Select(result => new
            {
                result.Requirement.Id,
                result.Verdict.Outcome,
                result.PointsLost,
                Findings = result.Verdict.Findings
                    .Select(finding => $"{finding.Record.Name}|{(withIds ? finding.Record.Id : null)}|{finding.Severity}|{finding.Text}")
                    .Order(StringComparer.Ordinal),
            }),
        }));

    private Deviation Deviation(Register register, Guid record, string field, object value) => new()
    {
        ShopId = Shop.Id,
        Register = register,
        RecordId = record,
        Field = field,
        Value = Deviations.Write(value),
        Reason = "Our shop does it differently",
        DecidedOn = new(2026, 11, 23),
    };

    private async Task<ShopSnapshot> SnapshotAsync(Shop shop, DateOnly? asOf = null) =>
        (await Snapshots(Actor.System("test")).LoadAsync(shop.Id, asOf, Ct))!;

    private ShopSnapshots Snapshots(Actor actor) => ScopeOf(actor).GetRequiredService<ShopSnapshots>();
}
