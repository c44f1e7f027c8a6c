using System.ComponentModel.DataAnnotations;
using System.Reflection;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// A deviation replaces one value of a group record that applies to the shop, is validated as that field is, and
/// points where a record of the shop may point.
/// </summary>
internal static class DeviationGuard
{
    private static readonly MethodInfo Find =
        typeof(DeviationGuard).GetMethod(nameof(FindAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static async Task DemandAsync(HubDbContext db, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        foreach (var change in changes)
        {
            if (change.After is Deviation deviation)
                deviation.ReferencedId = await DemandAsync(db, deviation.ShopId, deviation.Register, deviation.RecordId, deviation.Field, deviation.Value, ct);
            else if (change is { After: Proposal proposal, State: EntityState.Added })
                await DemandAsync(db, null, proposal.Register, proposal.RecordId, proposal.Field, proposal.Value, ct);
        }
    }

    private static async Task<Guid?> DemandAsync(
        HubDbContext db, Guid? shopId, Register register, Guid recordId, string field, string json, CancellationToken ct)
    {
        var type = Deviations.TypeOf(register) ?? throw NoSuchRecord();
        var record = await (Task<OwnedRecord?>)Find.MakeGenericMethod(type).Invoke(null, [db, recordId, ct])!;
        if (record is not { ShopId: null } || (shopId is { } shop && !await AppliesAsync(db, record, shop, ct)))
            throw NoSuchRecord();
        if (field == Deviation.Excluded)
            return null;
        var copy = RecordCopy.Of(record);
        Deviations.Apply(copy, field, json);
        var property = Deviations.PropertyOf(type, field)!;
        Validate(copy, property);
        var references = RecordReferences.In(copy, property).ToList();
        if (shopId is { } owner)
            await ReferenceGuard.DemandAsync(db, owner, references, ct);
        return references is [{ Id: var only }] && property.PropertyType != typeof(List<Guid>) ? only : null;
    }

    private static void Validate(OwnedRecord copy, PropertyInfo property)
    {
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateProperty(property.GetValue(copy), new ValidationContext(copy) { MemberName = property.Name }, problems))
            throw new DomainException(problems[0].ErrorMessage!);
    }

    private static async Task<bool> AppliesAsync(HubDbContext db, OwnedRecord record, Guid shopId, CancellationToken ct) =>
        await db.Shops.IgnoreQueryFilters().AsNoTracking().Where(shop => shop.Id == shopId).Select(shop => (Guid?)shop.LegalEntityId)
            .SingleOrDefaultAsync(ct) is { } entity
            ? record.AppliesTo.Includes(shopId, entity)
            : db.Shops.Local.FindEntry(shopId) is { Entity: var added } && record.AppliesTo.Includes(shopId, added.LegalEntityId);

    private static async Task<OwnedRecord?> FindAsync<T>(HubDbContext db, Guid id, CancellationToken ct)
        where T : OwnedRecord =>
        db.Set<T>().Local.FindEntry(id)?.Entity
        ?? await db.Set<T>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(record => record.Id == id, ct);

    private static DomainException NoSuchRecord() =>
        new("The record is not one of the group that applies to this shop, so the shop cannot deviate from it.");
}
