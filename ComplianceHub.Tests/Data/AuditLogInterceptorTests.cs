using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class AuditLogInterceptorTests_on_Sqlite() : AuditLogInterceptorTests(null);

public sealed class AuditLogInterceptorTests_on_Postgres(PostgresServer server) : AuditLogInterceptorTests(server);

public abstract class AuditLogInterceptorTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    [Fact]
    public async Task A_new_record_is_logged_with_its_values()
    {
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe Payments Europe", ProcessingCountries = ["IE", "US"] });
        var (entry, payload) = Assert.Single(await LogOfAsync(vendor.Id));
        Assert.Equal((ChainId.OfShop(Shop.Id), "added", "Vendor", ActorKind.System), (entry.Chain, entry.Action, entry.Entity, entry.ActorKind));
        Assert.Contains(payload.Changes, change => change is { Field: "LegalName", Old: null } && (string?)change.New == "Stripe Payments Europe");
        Assert.Contains(payload.Changes, change => change.Field == "ProcessingCountries" && change.New!.ToJsonString() == """["IE","US"]""");
    }

    [Fact]
    public async Task A_change_is_logged_field_by_field_also_inside_parts()
    {
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        var agreement = await SaveAsync(new Agreement
        {
            ShopId = Shop.Id,
            VendorId = vendor.Id,
            Title = "DPA",
            Clauses = [new() { Code = "D1" }, new() { Code = "D2", Where = "§ 2" }],
        });
        await using (var db = await OpenAsync())
        {
            var stored = await db.Agreements.SingleAsync(Ct);
            stored.Signed = true;
            stored.Clauses.RemoveAt(0);
            stored.Clauses[0].Finding = ClauseFinding.Present;
            stored.AppliesTo.ShopIds.Add(Shop.Id);
            db.Because("Contract review");
            await db.SaveChangesAsync(Ct);
        }
        var payload = (await LogOfAsync(agreement.Id))[1].Payload;
        Assert.Equal("Contract review", payload.Because);
        Assert.Equal(
            ["AppliesTo.ShopIds", "Clauses[D1].Code", "Clauses[D1].Finding", "Clauses[D2].Finding", "Signed"],
            payload.Changes.Select(change => change.Field).Order(StringComparer.Ordinal));
        var finding = payload.Changes.Single(change => change.Field == "Clauses[D2].Finding");
        Assert.Equal(("NotReviewed", "Present"), ((string?)finding.Old, (string?)finding.New));
    }

    [Fact]
    public async Task A_removed_record_leaves_its_values_in_the_log()
    {
        var vendor = await SaveAsync(new Vendor { LegalName = "Stripe" });
        await using (var db = await OpenAsync())
        {
            db.Remove(await db.Vendors.SingleAsync(Ct));
            await db.SaveChangesAsync(Ct);
        }
        var (entry, payload) = (await LogOfAsync(vendor.Id))[1];
        Assert.Equal((ChainId.Group, "removed"), (entry.Chain, entry.Action));
        Assert.Contains(payload.Changes, change => change is { Field: "LegalName", New: null } && (string?)change.Old == "Stripe");
    }

    [Fact]
    public async Task A_promoted_record_is_logged_by_its_shop_and_by_the_group()
    {
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        await using (var db = await OpenAsync())
        {
            (await db.Vendors.SingleAsync(Ct)).ShopId = null;
            await db.SaveChangesAsync(Ct);
        }
        Assert.Equal(
            [ChainId.OfShop(Shop.Id), ChainId.Group],
            (await LogOfAsync(vendor.Id)).Skip(1).Select(row => row.Entry.Chain).OrderByDescending(chain => chain.ToString()));
    }

    [Fact]
    public async Task Saving_an_unchanged_record_logs_nothing()
    {
        var vendor = await SaveAsync(new Vendor { LegalName = "Stripe" });
        await using (var db = await OpenAsync())
        {
            var stored = await db.Vendors.SingleAsync(Ct);
            db.Entry(stored).CurrentValues.SetValues(RecordCopy.Of(stored));
            Assert.Equal(0, await db.SaveChangesAsync(Ct));
        }
        Assert.Single(await LogOfAsync(vendor.Id));
    }

    [Fact]
    public async Task The_log_holds_no_proof_of_identity()
    {
        var person = await SaveAsync(new HubUser { UserName = "a@example.com", PasswordHash = "hash-of-a-password", SecurityStamp = "stamp" });
        var payload = Assert.Single(await LogOfAsync(person.Id)).Payload;
        Assert.DoesNotContain("hash-of-a-password", payload.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"stamp\"", payload.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_somebody_signs_in_elsewhere_is_not_in_what_cannot_be_erased()
    {
        var person = await SaveAsync(new HubUser { UserName = "a@example.com" });
        await SaveAsync(new IdentityUserLogin<Guid> { UserId = person.Id, LoginProvider = "Elsewhere", ProviderKey = "subject-4711" });
        await using var db = await OpenAsync();
        var entry = await db.AuditLogEntries.SingleAsync(row => row.Entity == "IdentityUserLogin", Ct);
        Assert.Equal(person.Id.ToString("D"), entry.EntityId);
        Assert.DoesNotContain("4711", System.Text.Encoding.UTF8.GetString(entry.Canonical), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", (await db.AuditLogPayloads.SingleAsync(row => row.EntryId == entry.Id, Ct)).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_logged_without_a_change()
    {
        var viewer = await PersonAsync(HubRole.Viewer, Shop.Id);
        await using (var db = await OpenAsync(viewer))
        {
            db.Log(new AuditLogEvent(ChainId.OfShop(Shop.Id), "downloaded", "Report", "readiness"));
            await db.SaveChangesAsync(Ct);
        }
        await using var all = await OpenAsync();
        var entry = await all.AuditLogEntries.SingleAsync(row => row.Action == "downloaded", Ct);
        Assert.Equal(viewer.ToString("D"), entry.Actor);
    }

    [Fact]
    public async Task A_failed_save_leaves_nothing_in_the_log()
    {
        await using (var db = await OpenAsync())
        {
            var shop = new Shop { Name = "Twin", Slug = Shop.Slug, LegalEntityId = Company.Id };
            db.Add(shop);
            Assert.Contains("short name", (await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync(Ct))).Message, StringComparison.Ordinal);
            shop.Slug = "twin";
            await db.SaveChangesAsync(Ct);
        }
        await using var all = await OpenAsync();
        Assert.Equal(1, await all.AuditLogEntries.CountAsync(entry => entry.Entity == "Shop" && entry.EntityId != Shop.Id.ToString()
            && entry.EntityId != SisterShop.Id.ToString() && entry.EntityId != OtherShop.Id.ToString(), Ct));
    }

    [Fact]
    public async Task A_synchronous_save_is_refused()
    {
        await using var db = await OpenAsync();
        db.Add(new Vendor { LegalName = "Stripe" });
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }

    [Fact]
    public async Task Four_hundred_concurrent_writes_leave_no_gap()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var i = 0; i < 50; i++)
            {
                await using var db = await OpenAsync();
                db.Add(new Vendor { ShopId = (writer % 2 == 0 ? Shop : SisterShop).Id, LegalName = $"Vendor {writer}-{i}" });
                await db.SaveChangesAsync(Ct);
            }
        }));
        await using var all = await OpenAsync();
        foreach (var chain in new[] { ChainId.OfShop(Shop.Id), ChainId.OfShop(SisterShop.Id) })
        {
            var numbers = await all.AuditLogEntries.Where(entry => entry.Chain == chain).Select(entry => entry.Sequence).Order().ToListAsync(Ct);
            Assert.Equal(Enumerable.Range(1, 201).Select(number => (long)number), numbers);
        }
    }

    private async Task<List<(AuditLogEntry Entry, AuditLogPayload Payload)>> LogOfAsync(Guid record)
    {
        await using var db = await OpenAsync();
        var id = record.ToString("D");
        var rows = await db.AuditLogEntries.Where(entry => entry.EntityId == id).OrderBy(entry => entry.Sequence)
            .Join(db.AuditLogPayloads, entry => entry.Id, payload => payload.EntryId, (entry, payload) => new { entry, payload }).ToListAsync(Ct);
        return [.. rows.Select(row => (row.entry, row.payload))];
    }
}
