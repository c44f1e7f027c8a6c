using System.Reflection;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class ReferenceTests_on_Sqlite() : ReferenceTests(null);

public sealed class ReferenceTests_on_Postgres(PostgresServer server) : ReferenceTests(server);

/// <summary>A reference stays within the shop and the group, proved for every property that holds one.</summary>
public abstract class ReferenceTests(PostgresServer? server) : EveryRecordFixture(server)
{
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
