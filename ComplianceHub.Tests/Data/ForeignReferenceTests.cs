using System.Collections;
using System.Reflection;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class ForeignReferenceTests_on_Sqlite() : ForeignReferenceTests(null);

public sealed class ForeignReferenceTests_on_Postgres(PostgresServer server) : ForeignReferenceTests(server);

/// <summary>The id of another shop's record, put into each reference of each record in each way it can get there: refused by
/// the one save path, whoever saves, and what was stored stays as it was.</summary>
public abstract class ForeignReferenceTests(PostgresServer? server) : EveryRecordFixture(server)
{
    // An id without [References] is looked at by nobody but the guard that is named here.
    private static readonly Dictionary<string, string> Unmarked = new()
    {
        ["Audit.PreparedBy"] = "a person: AuditGuard", ["Audit.AuditorId"] = "a person", ["Audit.SignerId"] = "a person", ["Audit.SupersededBy"] = "AuditGuard",
        ["AuditItem.AuditId"] = "AuditGuard", ["AuditItem.DecidedBy"] = "a person: AuditGuard",
        ["AuditComment.AuditId"] = "AuditGuard", ["AuditComment.ItemId"] = "AuditGuard", ["AuditComment.WrittenBy"] = "a person: AuditGuard",
        ["FrozenShop.AuditId"] = "AuditGuard",
        ["SignOff.AuditId"] = "AuditGuard", ["SignOff.SignedBy"] = "a person: AuditGuard", ["SignOff.Acknowledged"] = "items of the audit, written by the sign-off itself",
        ["RemediationTask.AuditId"] = "RemediationGuard", ["RemediationTask.ItemId"] = "RemediationGuard",
        ["Deviation.RecordId"] = "DeviationGuard", ["Deviation.ReferencedId"] = "DeviationGuard", ["Deviation.DecidedBy"] = "a person",
        ["Proposal.RecordId"] = "DeviationGuard", ["Proposal.ProposedBy"] = "a person", ["Proposal.DecidedBy"] = "a person",
        ["Grant.UserId"] = "a person: GrantGuard", ["Grant.AuditId"] = "GrantGuard", ["Grant.GivenBy"] = "a person",
        ["EvidenceFile.UploadedBy"] = "a person",
    };

    // Of the task the people are many, and all are people.
    private static bool IsPerson(string property) => property.StartsWith("RemediationTask.", StringComparison.Ordinal)
        && (property.EndsWith("By", StringComparison.Ordinal) || property is "RemediationTask.OwnerId" or "RemediationTask.CheckerId");

    [Fact]
    public void Every_id_in_a_record_is_marked_as_a_reference_or_has_a_guard()
    {
        using var db = Services.GetRequiredService<IDbContextFactory<HubDbContext>>().CreateDbContext();
        var types = db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.Namespace!.StartsWith("ComplianceHub.Domain", StringComparison.Ordinal)
            && !type.Namespace.EndsWith("AuditLog", StringComparison.Ordinal));
        var unmarked = types.SelectMany(type => IdsIn(type, [])).Where(id => id.GetCustomAttribute<ReferencesAttribute>() is null)
            .Select(id => $"{id.DeclaringType!.Name}.{id.Name}").Distinct().Where(id => !IsPerson(id)).Order(StringComparer.Ordinal);
        Assert.Equal(Unmarked.Keys.Order(StringComparer.Ordinal), unmarked);
    }

    [Fact]
    public async Task A_new_record_points_at_no_record_of_another_shop() => await ForEachAsync(async (type, path, target, owner, foreign) =>
    {
        foreach (var actor in await KeepersAsync(owner))
        {
            var record = await RecordAsync(type, owner);
            Point(record, path, [foreign]);
            await RefusedAsync(actor, db => Task.FromResult<object>(db.Add(record)), path);
        }
    });

    [Fact]
    public async Task A_record_that_is_there_is_not_turned_to_a_record_of_another_shop() => await ForEachAsync(async (type, path, target, owner, foreign) =>
    {
        var own = ((RegisterRecord)await SaveAsync(await RecordAsync(target, owner))).Id;
        var record = await RecordAsync(type, owner);
        Point(record, path, [own]);
        await SaveAsync(record);
        foreach (var actor in await KeepersAsync(owner))
        {
            // Among its own, it is found as it is alone.
            await RefusedAsync(actor, async db => Point((await db.FindAsync(type, IdOf(record)))!, path, [own, foreign]), path);
            await using var db = await OpenAsync();
            Assert.Equal([own], IdsAt((await db.FindAsync(type, IdOf(record)))!, path));
        }
    });

    [Fact]
    public async Task A_record_does_not_move_away_from_what_it_points_at() => await ForEachAsync(async (type, path, target, owner, foreign) =>
    {
        if (owner is null || !type.IsSubclassOf(typeof(OwnedRecord)))
            return;
        var own = ((RegisterRecord)await SaveAsync(await RecordAsync(target, owner))).Id;
        var record = await RecordAsync(type, owner);
        Point(record, path, [own]);
        await SaveAsync(record);
        await RefusedAsync(Actor.System("test"), async db => ((OwnedRecord)(await db.FindAsync(type, IdOf(record)))!).ShopId = SisterShop.Id, path);
    });

    /// <summary>Each reference to a shop's own record: from a record of a shop to one of another shop, and from a record of the
    /// group to one of a shop.</summary>
    private async Task ForEachAsync(Func<Type, PropertyInfo[], Type, Guid?, Guid, Task> check)
    {
        var references = RecordTypes.Where(type => type != typeof(Grant)).SelectMany(type => ReferencesIn(type, []).Select(path => (Type: type, Path: path, Target: path[^1].GetCustomAttribute<ReferencesAttribute>()!.Record)))
            .Where(one => one.Target.IsSubclassOf(typeof(OwnedRecord))).ToList();
        Assert.True(references.Count > 25, $"{references.Count} references");
        foreach (var (type, path, target) in references)
        {
            foreach (var (owner, other) in new[] { (Shop.Id, (Guid?)OtherShop.Id), ((Guid?)null, (Guid?)Shop.Id) })
            {
                if (owner is not null || type.IsSubclassOf(typeof(OwnedRecord)))
                    await check(type, path, target, owner, ((RegisterRecord)await SaveAsync(await RecordAsync(target, other))).Id);
            }
        }
    }

    // The program itself, and the people who may write the record: for them alone the reference decides.
    private async Task<IReadOnlyList<Actor>> KeepersAsync(Guid? owner)
    {
        _group ??= await PersonAsync(HubRole.PrivacyOfficer);
        _shops ??= await PersonAsync(HubRole.Administrator, Shop.Id);
        return [Actor.System("test"), Actor.User(_group.Value), .. owner is null ? Array.Empty<Actor>() : [Actor.User(_shops.Value)]];
    }

    private Guid? _group, _shops;

    private async Task RefusedAsync(Actor actor, Func<HubDbContext, Task> change, PropertyInfo[] path)
    {
        await using var db = await Hub.OpenAsync(actor, Ct);
        await change(db);
        var outcome = await Record.ExceptionAsync(() => db.SaveChangesAsync(Ct));
        Assert.True(outcome is DomainException and not StorageUnavailableException, $"{string.Join('.', path.Select(part => part.Name))} of {path[0].DeclaringType!.Name} by {actor.Reference}: {outcome?.ToString() ?? "saved"}");
    }

    private static object[] IdOf(object record) => [record.GetType().GetProperty("Id")!.GetValue(record)!];

    private static IEnumerable<PropertyInfo> IdsIn(Type type, HashSet<Type> seen) => !seen.Add(type) ? [] : Writable(type).SelectMany(property =>
        property.Name != "Id" && IsId(property.PropertyType) ? [property] : PartOf(property.PropertyType) is { } part ? IdsIn(part, seen) : []);

    private static IEnumerable<PropertyInfo[]> ReferencesIn(Type type, PropertyInfo[] path) => Writable(type).SelectMany(property =>
        property.GetCustomAttribute<ReferencesAttribute>() is not null ? [[.. path, property]] : PartOf(property.PropertyType) is { } part ? ReferencesIn(part, [.. path, property]) : Array.Empty<PropertyInfo[]>());

    private static IEnumerable<PropertyInfo> Writable(Type type) => type.GetProperties().Where(property => property.SetMethod is { IsPublic: true });

    private static bool IsId(Type type) => type == typeof(Guid) || type == typeof(Guid?) || type == typeof(List<Guid>);

    // A part, or what a list of parts holds.
    private static Type? PartOf(Type type)
    {
        var part = type.IsGenericType && typeof(IList).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : type;
        return part is { IsClass: true } && part.Namespace!.StartsWith("ComplianceHub", StringComparison.Ordinal) ? part : null;
    }

    private static void Point(object record, PropertyInfo[] path, Guid[] ids)
    {
        var holder = HolderOf(record, path);
        path[^1].SetValue(holder, path[^1].PropertyType == typeof(List<Guid>) ? ids.ToList() : ids[^1]);
    }

    private static List<Guid> IdsAt(object record, PropertyInfo[] path) => path[^1].GetValue(HolderOf(record, path)) switch
    {
        List<Guid> ids => ids,
        Guid id => [id],
        _ => [],
    };

    private static object HolderOf(object record, PropertyInfo[] path)
    {
        foreach (var step in path[..^1])
        {
            var value = step.GetValue(record) ?? throw new InvalidOperationException($"{step.Name} is empty.");
            if (value is IList { Count: 0 } list)
                list.Add(Activator.CreateInstance(step.PropertyType.GetGenericArguments()[0]));
            record = value is IList parts ? parts[0]! : value;
        }
        return record;
    }
}
