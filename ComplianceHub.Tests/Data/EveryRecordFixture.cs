using System.ComponentModel.DataAnnotations;
using System.Reflection;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

/// <summary>A database with a record of every type at hand, found by reflection: today's and tomorrow's.</summary>
public abstract class EveryRecordFixture(PostgresServer? server) : HubDatabaseFixture(server)
{
    protected static readonly Type[] RecordTypes =
    [
        .. typeof(RegisterRecord).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(RegisterRecord))),
        typeof(Grant), typeof(Deviation), typeof(Proposal),
    ];

    protected static readonly Type[] OwnedTypes = [.. RecordTypes.Where(type => type.IsSubclassOf(typeof(OwnedRecord)))];

    protected async Task RefusesAsync<T>(Guid person, Func<HubDbContext, Task<T>> change, Type type)
    {
        await using var db = await OpenAsync(person);
        await change(db);
        var outcome = await Record.ExceptionAsync(() => db.SaveChangesAsync(Ct));
        Assert.True(outcome is AccessDeniedException, $"{type.Name}: {outcome?.ToString() ?? "saved"}");
    }

    protected Task RefusesAsync(Guid person, Func<HubDbContext, Task> change, Type type) =>
        RefusesAsync(person, async db => { await change(db); return 0; }, type);

    /// <summary>A record of a type with what its foreign keys need, owned by a shop or the group.</summary>
    protected async Task<object> RecordAsync(Type type, Guid? owner)
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
}
