using System.ComponentModel.DataAnnotations;
using System.Reflection;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class AccessTests_on_Sqlite() : AccessTests(null);

public sealed class AccessTests_on_Postgres(PostgresServer server) : AccessTests(server);

/// <summary>Who may read and write which record, proved for every type of record by reflection: today's and tomorrow's.</summary>
public abstract class AccessTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    private static readonly Type[] RecordTypes =
    [
        .. typeof(RegisterRecord).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(RegisterRecord))),
        typeof(Grant), typeof(Deviation), typeof(Proposal),
    ];

    private static readonly Type[] OwnedTypes = [.. RecordTypes.Where(type => type.IsSubclassOf(typeof(OwnedRecord)))];

    [Fact]
    public void Every_record_of_the_model_is_known_to_these_tests()
    {
        using var db = Services.GetRequiredService<IDbContextFactory<HubDbContext>>().CreateDbContext();
        var inModel = db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.Namespace!.StartsWith("ComplianceHub.Domain", StringComparison.Ordinal)
            && !type.Namespace.EndsWith("AuditLog", StringComparison.Ordinal));
        Assert.Equal(RecordTypes.Select(type => type.Name).Order(), inModel.Select(type => type.Name).Order());
    }

    [Fact]
    public async Task Viewer_auditor_and_stranger_can_add_change_and_remove_nothing()
    {
        Guid[] people =
        [
            await PersonAsync(HubRole.Viewer, Shop.Id), await PersonAsync(HubRole.Auditor, Shop.Id), await StrangerAsync(),
            await PersonAsync(HubRole.Viewer), await PersonAsync(HubRole.Auditor), await PersonAsync(HubRole.Administrator, OtherShop.Id),
        ];
        foreach (var type in RecordTypes)
        {
            var existing = await SaveAsync(await RecordAsync(type, Shop.Id));
            foreach (var person in people)
            {
                await RefusesAsync(person, async db => db.Add(await RecordAsync(type, Shop.Id)), type);
                await RefusesAsync(person, db => Task.FromResult(db.Attach(existing).State = EntityState.Modified), type);
                await RefusesAsync(person, db => Task.FromResult(db.Remove(existing).State), type);
            }
        }
    }

    [Fact]
    public async Task A_shops_privacy_officer_keeps_every_register_of_the_shop_and_none_of_the_group()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        foreach (var type in OwnedTypes)
        {
            await using (var db = await OpenAsync(officer))
            {
                db.Add(await RecordAsync(type, Shop.Id));
                await db.SaveChangesAsync(Ct);
            }
            await RefusesAsync(officer, async db => db.Add(await RecordAsync(type, null)), type);
            await RefusesAsync(officer, async db => db.Add(await RecordAsync(type, SisterShop.Id)), type);
        }
    }

    [Fact]
    public async Task The_groups_privacy_officer_keeps_every_register()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer);
        await using var db = await OpenAsync(officer);
        foreach (var type in OwnedTypes)
        {
            db.Add(await RecordAsync(type, null));
            db.Add(await RecordAsync(type, Shop.Id));
        }
        await db.SaveChangesAsync(Ct);
    }

    [Fact]
    public async Task Moving_a_record_must_be_allowed_on_both_shops()
    {
        var vendor = await SaveAsync(new Vendor { ShopId = SisterShop.Id, LegalName = "Stripe" });
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await RefusesAsync(officer, async db =>
        {
            var stored = await db.Vendors.IgnoreQueryFilters().SingleAsync(row => row.Id == vendor.Id, Ct);
            stored.ShopId = Shop.Id;
        }, typeof(Vendor));
    }

    [Fact]
    public async Task A_reference_reaches_no_record_of_another_shop_whichever_property_holds_it()
    {
        var properties = RecordTypes.Where(type => type != typeof(Grant)).SelectMany(ReferencesOf)
            .Where(one => one.Target.IsSubclassOf(typeof(OwnedRecord))).ToList();
        Assert.True(properties.Count > 20);
        foreach (var (type, path, target) in properties)
        {
            foreach (var (owner, targetOwner) in new[] { (Shop.Id, (Guid?)OtherShop.Id), ((Guid?)null, (Guid?)Shop.Id) })
            {
                if (owner is null && !type.IsSubclassOf(typeof(OwnedRecord)))
                    continue;
                var foreign = await SaveAsync(await RecordAsync(target, targetOwner));
                var record = await RecordAsync(type, owner);
                Point(record, path, ((RegisterRecord)foreign).Id);
                await using var db = await OpenAsync();
                db.Add(record);
                var refusal = await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync(Ct));
                Assert.Contains("not one of this shop or of the group", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_reference_to_nothing_is_answered_like_one_to_another_shop()
    {
        var foreign = await SaveAsync(new Vendor { ShopId = OtherShop.Id, LegalName = "Foreign" });
        var sentences = new List<string>();
        foreach (var id in new[] { foreign.Id, Guid.CreateVersion7() })
        {
            await using var db = await OpenAsync();
            db.Add(new DataSystem { ShopId = Shop.Id, Name = "CRM", VendorId = id });
            sentences.Add((await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync(Ct))).Message);
        }
        Assert.Equal(sentences[0], sentences[1]);
    }

    [Fact]
    public async Task A_record_that_others_point_at_cannot_be_removed_or_moved_out_of_reach()
    {
        var file = await SaveAsync(new EvidenceFile { FileName = "iso.pdf", ShopId = Shop.Id });
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe", DueDiligence = new() { EvidenceIds = [file.Id] } });
        var element = await SaveAsync(new DataElement { Name = "Address" });
        await SaveAsync(new ProcessingActivity { Name = "Orders", ElementIds = [element.Id] });
        await using (var db = await OpenAsync())
        {
            db.Remove(await db.EvidenceFiles.SingleAsync(Ct));
            Assert.Contains("other records use it", (await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync(Ct))).Message, StringComparison.Ordinal);
        }
        await using (var db = await OpenAsync())
        {
            (await db.DataElements.SingleAsync(Ct)).ShopId = Shop.Id;
            await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync(Ct));
        }
    }

    [Fact]
    public async Task Each_person_sees_their_shops_and_what_applies_to_them()
    {
        foreach (var type in OwnedTypes)
        {
            foreach (var owner in new Guid?[] { null, Shop.Id, OtherShop.Id })
                await SaveAsync(await RecordAsync(type, owner));
            var (elsewhere, company) = ((OwnedRecord)await RecordAsync(type, null), (OwnedRecord)await RecordAsync(type, null));
            elsewhere.AppliesTo = new() { Kind = CoverageKind.Shops, ShopIds = [OtherShop.Id] };
            company.AppliesTo = new() { Kind = CoverageKind.LegalEntities, LegalEntityIds = [Company.Id] };
            await SaveAsync(elsewhere);
            await SaveAsync(company);
        }
        var (all, shop, auditor, stranger) = (await PersonAsync(HubRole.Viewer), await PersonAsync(HubRole.Viewer, Shop.Id),
            await PersonAsync(HubRole.Auditor, Shop.Id), await StrangerAsync());
        foreach (var type in OwnedTypes)
        {
            var everything = await CountAsync(all, type);
            Assert.True(everything >= 5, $"{type.Name}: {everything}");
            var seen = await OfTypeAsync(shop, type);
            Assert.All(seen, record => Assert.True(record.ShopId == Shop.Id || (record.ShopId is null && record.AppliesTo.Includes(Shop.Id, Company.Id))));
            Assert.Contains(seen, record => record.ShopId == Shop.Id);
            Assert.Contains(seen, record => record.AppliesTo.Kind == CoverageKind.LegalEntities);
            Assert.Equal(0, await CountAsync(auditor, type));
            Assert.Equal(0, await CountAsync(stranger, type));
        }
    }

    [Fact]
    public async Task Each_person_reads_the_log_of_what_they_may_read()
    {
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Own" });
        await SaveAsync(new Vendor { ShopId = OtherShop.Id, LegalName = "Other" });
        await SaveAsync(new Vendor { LegalName = "Group" });
        var (shop, auditor, group, administrator) = (await PersonAsync(HubRole.Viewer, Shop.Id), await PersonAsync(HubRole.Auditor, Shop.Id),
            await PersonAsync(HubRole.Viewer), await PersonAsync(HubRole.Administrator));
        Assert.Equal([ChainId.OfShop(Shop.Id)], await ChainsAsync(shop));
        Assert.Empty(await ChainsAsync(auditor));
        Assert.DoesNotContain(ChainId.System, await ChainsAsync(group));
        Assert.Contains(ChainId.OfShop(OtherShop.Id), await ChainsAsync(group));
        Assert.Contains(ChainId.System, await ChainsAsync(administrator));
    }

    private async Task<List<ChainId>> ChainsAsync(Guid person)
    {
        await using var db = await OpenAsync(person);
        var entries = await db.AuditLogEntries.ToListAsync(Ct);
        Assert.Equal(entries.Select(entry => entry.Id).Order(), (await db.AuditLogPayloads.Select(payload => payload.EntryId).ToListAsync(Ct)).Order());
        return [.. entries.Select(entry => entry.Chain).Distinct()];
    }

    [Fact]
    public async Task A_context_that_nobody_opened_sees_no_shop_and_saves_no_record()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        Assert.Empty(await db.Shops.ToListAsync(Ct));
        Assert.Empty(await db.AuditLogEntries.ToListAsync(Ct));
        db.Add(new Vendor { LegalName = "Stripe" });
        await Assert.ThrowsAsync<AccessDeniedException>(() => db.SaveChangesAsync(Ct));
    }

    [Fact]
    public async Task A_grant_ends_with_its_last_day_at_the_shop()
    {
        var viewer = await PersonAsync(HubRole.Viewer, Shop.Id, until: new(2026, 11, 23));
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 22, 59, 0, TimeSpan.Zero)); // 23:59 in Oslo
        await using (var db = await OpenAsync(viewer))
            Assert.Equal(1, await db.Shops.CountAsync(Ct));
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero));
        await using (var db = await OpenAsync(viewer))
            Assert.Equal(0, await db.Shops.CountAsync(Ct));
    }

    [Fact]
    public async Task A_removed_grant_works_at_the_next_action()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await using (var db = await OpenAsync())
        {
            db.Remove(await db.Grants.SingleAsync(grant => grant.UserId == officer, Ct));
            await db.SaveChangesAsync(Ct);
        }
        await RefusesAsync(officer, async db => db.Add(await RecordAsync(typeof(Vendor), Shop.Id)), typeof(Vendor));
    }

    [Fact]
    public async Task Nobody_changes_their_own_grant_or_gives_more_than_they_hold()
    {
        var (group, shop, other) = (await PersonAsync(HubRole.Administrator), await PersonAsync(HubRole.Administrator, Shop.Id, new(2026, 12, 31)), await StrangerAsync());
        await RefusesAsync(group, db => Task.FromResult<object>(db.Add(GrantOf(group, Shop.Id))), typeof(Grant));
        await RefusesAsync(shop, db => Task.FromResult<object>(db.Add(GrantOf(other, null))), typeof(Grant));
        await RefusesAsync(shop, db => Task.FromResult<object>(db.Add(GrantOf(other, SisterShop.Id))), typeof(Grant));
        await RefusesAsync(shop, db => Task.FromResult<object>(db.Add(GrantOf(other, Shop.Id))), typeof(Grant));
        await RefusesAsync(shop, db => Task.FromResult<object>(db.Add(GrantOf(other, Shop.Id, new(2027, 1, 1)))), typeof(Grant));
        await using (var db = await OpenAsync(shop))
        {
            db.Add(GrantOf(other, Shop.Id, new(2026, 12, 31)));
            await db.SaveChangesAsync(Ct);
        }
        await RefusesAsync(shop, async db => (await db.Grants.SingleAsync(grant => grant.UserId == shop, Ct)).Until = null, typeof(Grant));
    }

    [Fact]
    public async Task A_privacy_officer_keeps_the_profile_and_an_administrator_the_address_of_a_shop()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await using (var db = await OpenAsync(officer))
        {
            (await db.Shops.SingleAsync(Ct)).Profile = new() { OffersToEea = Answer.Yes };
            await db.SaveChangesAsync(Ct);
        }
        await RefusesAsync(officer, async db => (await db.Shops.SingleAsync(Ct)).Slug = "another", typeof(Shop));
    }

    [Fact]
    public async Task Only_the_save_writes_the_audit_log()
    {
        await using var db = await OpenAsync();
        var entry = await db.AuditLogEntries.FirstAsync(Ct);
        db.Remove(entry);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Ct));
    }

    private static Grant GrantOf(Guid person, Guid? shop, DateOnly? until = null) => new()
    {
        UserId = person,
        Role = HubRole.Administrator,
        Scope = shop is null ? GrantScope.Group : GrantScope.Shop,
        ShopId = shop,
        Until = until,
    };

    private async Task RefusesAsync<T>(Guid person, Func<HubDbContext, Task<T>> change, Type type)
    {
        await using var db = await OpenAsync(person);
        await change(db);
        var outcome = await Record.ExceptionAsync(() => db.SaveChangesAsync(Ct));
        Assert.True(outcome is AccessDeniedException, $"{type.Name}: {outcome?.ToString() ?? "saved"}");
    }

    private Task RefusesAsync(Guid person, Func<HubDbContext, Task> change, Type type) =>
        RefusesAsync(person, async db => { await change(db); return 0; }, type);

    private async Task<int> CountAsync(Guid person, Type type) => (await OfTypeAsync(person, type)).Count;

    private async Task<List<OwnedRecord>> OfTypeAsync(Guid person, Type type)
    {
        await using var db = await OpenAsync(person);
        var set = (IQueryable<OwnedRecord>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!;
        return await set.AsNoTracking().ToListAsync(Ct);
    }

    /// <summary>A record of a type with what its foreign keys need, owned by a shop or the group.</summary>
    private async Task<object> RecordAsync(Type type, Guid? owner)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            if (property.Name == nameof(OwnedRecord.ShopId))
                property.SetValue(record, owner);
            else if (property.PropertyType == typeof(string) && property.GetCustomAttribute<RequiredAttribute>() is not null)
                property.SetValue(record, property.Name == nameof(Shop.Slug) ? $"shop-{Guid.NewGuid():N}" : property.Name == nameof(Shop.TimeZone) ? "Europe/Berlin" : "Given");
            else if (property.PropertyType == typeof(Guid) && property.GetCustomAttribute<ReferencesAttribute>() is { } reference)
                property.SetValue(record, reference.Record == typeof(LegalEntity) ? Company.Id
                    : ((RegisterRecord)await SaveAsync(await RecordAsync(reference.Record, owner))).Id);
        }
        if (record is Grant grant)
            (grant.UserId, grant.Scope, grant.Role) = (await StrangerAsync(), GrantScope.Shop, HubRole.Viewer);
        if (record is Deviation deviation)
            (deviation.Register, deviation.RecordId, deviation.Field, deviation.Value) = (Register.ThirdParties, await GroupVendorAsync(), nameof(Vendor.Service), "\"Hosting\"");
        if (record is Proposal proposal)
            (proposal.Register, proposal.RecordId, proposal.Field, proposal.Value) = (Register.ThirdParties, await GroupVendorAsync(), nameof(Vendor.Service), "\"Hosting\"");
        return record;
    }

    private async Task<Guid> GroupVendorAsync() => (await SaveAsync(new Vendor { LegalName = "Group vendor" })).Id;

    /// <summary>Every property that holds one id or a list of ids of a record, also inside parts.</summary>
    private static IEnumerable<(Type Type, PropertyInfo[] Path, Type Target)> ReferencesOf(Type type) =>
        PathsOf(type, []).Select(one => (type, one.Path, one.Target));

    private static IEnumerable<(PropertyInfo[] Path, Type Target)> PathsOf(Type type, PropertyInfo[] path)
    {
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            if (property.GetCustomAttribute<ReferencesAttribute>() is { } reference)
                yield return ([.. path, property], reference.Record);
            else if (property.PropertyType is { IsClass: true } part && part.Namespace!.StartsWith("ComplianceHub", StringComparison.Ordinal))
                foreach (var inner in PathsOf(part, [.. path, property]))
                    yield return inner;
        }
    }

    private static void Point(object record, PropertyInfo[] path, Guid id)
    {
        foreach (var part in path[..^1])
            record = part.GetValue(record) ?? throw new InvalidOperationException($"{part.Name} is empty.");
        path[^1].SetValue(record, path[^1].PropertyType == typeof(List<Guid>) ? new List<Guid> { id } : id);
    }
}
