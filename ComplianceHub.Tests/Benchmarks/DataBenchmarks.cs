using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Benchmarks;

/// <summary>
/// How long reading, judging and writing take at the size of a large group. Explicit: the README has the command.
/// </summary>
public sealed class DataBenchmarks() : HubDatabaseFixture(null)
{
    private const int VendorsOfAShop = 12;

    [Fact(Explicit = true)]
    public async Task Load_and_evaluate_1000_shops()
    {
        await AddShopsAsync(1000, VendorsOfAShop);
        var snapshots = ScopeOf(Actor.System("benchmark")).GetRequiredService<ShopSnapshots>();
        await LoadAsync(snapshots); // warm
        var floor = await Measured.Async("floor: read the same rows by SQL", ReadRowsAsync);
        List<ShopSnapshot> loaded = [];
        await Measured.Async("load 1,000 shops", async () => loaded = await LoadAsync(snapshots), floor);
        await Measured.Async("evaluate 1,000 shops", () =>
        {
            foreach (var snapshot in loaded)
            {
                foreach (var regulation in Regulations.All)
                    Readiness.Of(snapshot, regulation);
            }
            return Task.CompletedTask;
        }, floor);
        await Measured.Async("store the readiness of 1,000 shops",
            async () => await ScopeOf(Actor.System("benchmark")).GetRequiredService<ReadinessBoard>().RefreshStaleAsync(Ct), floor);
    }

    [Fact(Explicit = true)]
    public async Task Write_10_000_chained_entries()
    {
        await using (var warm = await OpenAsync())
        {
            warm.Add(new Vendor { LegalName = "Warm" });
            await warm.SaveChangesAsync(Ct);
        }
        var floor = await Measured.Async("floor: 1,000 rows by SQL, a commit each", () => InsertRowsAsync(1000));
        await Measured.Async("1,000 records, a save each", async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await using var db = await OpenAsync();
                db.Add(new Vendor { ShopId = Shop.Id, LegalName = $"Vendor {i}" });
                await db.SaveChangesAsync(Ct);
            }
        }, floor);
        await Measured.Async("10,000 records, one save", async () =>
        {
            await using var db = await OpenAsync();
            db.AddRange(Enumerable.Range(0, 10_000).Select(i => new Vendor { ShopId = Shop.Id, LegalName = $"Bulk {i}" }));
            await db.SaveChangesAsync(Ct);
        }, floor);
        await Measured.Async("verify the log", async () =>
            Assert.True((await ScopeOf(Actor.System("benchmark")).GetRequiredService<AuditLogVerifier>().VerifyAllAsync(Ct)).IsIntact), floor);
    }

    [Fact(Explicit = true)]
    public async Task Find_what_is_stale_among_10_000_shops()
    {
        await AddShopsAsync(10_000, 0);
        var board = ScopeOf(Actor.System("benchmark")).GetRequiredService<ReadinessBoard>();
        await Measured.Async("store the readiness of 10,000 empty shops", async () => await board.RefreshStaleAsync(Ct));
        await board.RefreshStaleAsync(Ct);
        await Measured.Async("look for stale ones among 10,000", async () => await board.RefreshStaleAsync(Ct));
        await Measured.Async("state of one shop", async () => await board.StateAsync(Shop.Id, Ct));
        await Measured.Async("open a context as a person", async () =>
        {
            await using var db = await OpenAsync(await PersonAsync(HubRole.Viewer, Shop.Id));
        });
        await Measured.Async("change a record of the group", async () => await SaveAsync(new Vendor { LegalName = "For all" }));
    }

    private async Task AddShopsAsync(int count, int vendors)
    {
        for (var batch = 0; batch < count; batch += 500)
        {
            await using var db = await OpenAsync();
            for (var i = batch; i < batch + 500; i++)
                AddShop(db, i, vendors);
            await db.SaveChangesAsync(Ct);
        }
    }

    private void AddShop(HubDbContext db, int number, int vendors)
    {
        var shop = new Shop { Name = $"Shop {number}", Slug = $"shop-{number}", LegalEntityId = Company.Id, Profile = new() { OffersToEea = Answer.Yes } };
        db.Add(shop);
        for (var i = 0; i < vendors; i++)
        {
            var vendor = new Vendor { ShopId = shop.Id, LegalName = $"Vendor {i}", Country = "US", ProcessingCountries = ["US", "IE"] };
            var activity = new ProcessingActivity
            {
                ShopId = shop.Id, Name = $"Activity {i}", Status = ActivityStatus.Active, Purposes = [new() { Code = "p", Text = "Sell" }],
                Bases = [new() { PurposeCode = "p", Basis = LawfulBasis.Contract }],
            };
            var disclosure = new Disclosure { ShopId = shop.Id, ActivityId = activity.Id, VendorId = vendor.Id, GdprRole = RecipientRole.Processor };
            var agreement = new Agreement { ShopId = shop.Id, VendorId = vendor.Id, Title = "DPA", Clauses = [.. Enumerable.Range(0, 12).Select(d => new ClauseReview { Code = $"D{d}" })] };
            db.AddRange(vendor, activity, disclosure, agreement);
        }
    }

    private async Task<List<ShopSnapshot>> LoadAsync(ShopSnapshots snapshots)
    {
        var loaded = new List<ShopSnapshot>();
        await foreach (var snapshot in snapshots.LoadAllAsync(ct: Ct))
            loaded.Add(snapshot);
        return loaded;
    }

    private async Task ReadRowsAsync()
    {
        await using var db = await OpenAsync();
        await db.Database.OpenConnectionAsync(Ct);
        foreach (var table in new[] { "Shops", "Vendors", "Activities", "Disclosures", "Agreements" })
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync(Ct);
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync(Ct))
                reader.GetValues(values);
        }
    }

    private async Task InsertRowsAsync(int count)
    {
        await using var db = await OpenAsync();
        await db.Database.ExecuteSqlAsync($"""CREATE TABLE "Floor" ("Id" INTEGER PRIMARY KEY, "Text" TEXT)""", Ct);
        for (var i = 0; i < count; i++)
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "Floor" ("Text") VALUES ({new string('x', 400)})""", Ct);
    }
}
