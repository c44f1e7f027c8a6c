using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Registers;

/// <summary>Saves what an editor holds. Access is checked and the log written by the one save path.</summary>
public sealed class RegisterStore(HubDb hub, ReadinessBoard board, TimeProvider time)
{
    /// <summary>Adds a record to a shop's register, or to the group's when no shop is named.</summary>
    /// <exception cref="DomainException">A rule is broken, or the actor may not keep this register.</exception>
    public async Task AddAsync<T>(T copy, Guid? shopId, CancellationToken ct)
        where T : RegisterRecord, new()
    {
        RecordValidation.Demand(copy);
        await using var db = await hub.OpenAsync(ct);
        var record = new T { Id = copy.Id };
        if (record is OwnedRecord owned)
            owned.ShopId = shopId;
        EditableFields.TakeOver(record, copy);
        db.Add(record);
        db.Because($"Added to {record.Register.Word().ToLowerInvariant()}");
        await db.SaveChangesAsync(ct);
        await RefreshAsync(record, ct);
    }

    /// <summary>Saves the editable values of a record.</summary>
    /// <exception cref="RecordConflictException">Somebody saved it in the meantime; both versions are in the exception.</exception>
    /// <exception cref="DomainException">A rule is broken, the record is gone, or the actor may not change it.</exception>
    public async Task SaveAsync<T>(T copy, CancellationToken ct)
        where T : RegisterRecord
    {
        RecordValidation.Demand(copy);
        await using var db = await hub.OpenAsync(ct);
        var record = await FindAsync<T>(db, copy.Id, ct);
        db.Entry(record).Property(one => one.Version).OriginalValue = copy.Version;
        EditableFields.TakeOver(record, copy);
        await db.SaveChangesAsync(ct);
        await RefreshAsync(record, ct);
    }

    /// <summary>Takes a record out of use. It stays in the log and in what was signed.</summary>
    /// <exception cref="DomainException">The record is gone, a shop needs it, or the actor may not change it.</exception>
    public async Task RetireAsync<T>(Guid id, CancellationToken ct)
        where T : RegisterRecord
    {
        if (typeof(T) == typeof(LegalEntity))
            await DemandNoShopAsync(id, ct);
        await ChangeAsync<T>(id, async (db, record) => record.RetiredOn = await ShopDay.TodayAsync(db, (record as OwnedRecord)?.ShopId, time, ct), "Retired", ct);
    }

    /// <summary>Takes a retired record into use again.</summary>
    /// <exception cref="DomainException">The record is gone, or the actor may not change it.</exception>
    public Task RestoreAsync<T>(Guid id, CancellationToken ct)
        where T : RegisterRecord => ChangeAsync<T>(id, (_, record) => Task.FromResult(record.RetiredOn = null), "Taken into use again", ct);

    /// <summary>Gives a shop's own record to the group, for the shop it came from.</summary>
    /// <exception cref="DomainException">The actor keeps no registers of the group.</exception>
    public async Task PromoteAsync<T>(Guid id, CancellationToken ct)
        where T : RegisterRecord
    {
        await using var db = await hub.OpenAsync(ct);
        if (await FindAsync<T>(db, id, ct) is not OwnedRecord { ShopId: { } shop } record)
            throw new DomainException("This record is the group's already.");
        record.AppliesTo = new() { Kind = CoverageKind.Shops, ShopIds = [shop] };
        record.ShopId = null;
        db.Because("Promoted to the group");
        await db.SaveChangesAsync(ct);
        await board.RefreshAsync(shop, ct);
    }

    // A shop's own record is computed at once, so that the outcome beside it is the new one; the group's in the background.
    private Task RefreshAsync(RegisterRecord record, CancellationToken ct) =>
        record is OwnedRecord { ShopId: { } shop } ? board.RefreshAsync(shop, ct) : Task.CompletedTask;

    private async Task ChangeAsync<T>(Guid id, Func<HubDbContext, T, Task> change, string reason, CancellationToken ct)
        where T : RegisterRecord
    {
        await using var db = await hub.OpenAsync(ct);
        var record = await FindAsync<T>(db, id, ct);
        await change(db, record);
        db.Because(reason);
        await db.SaveChangesAsync(ct);
        await RefreshAsync(record, ct);
    }

    // A shop without its controller would have no record of processing, Art. 30(1)(a) GDPR.
    private async Task DemandNoShopAsync(Guid legalEntity, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var shops = await db.Shops.Where(shop => shop.LegalEntityId == legalEntity && shop.RetiredOn == null).Select(shop => shop.Name).Take(3).ToListAsync(ct);
        if (shops.Count > 0)
            throw new DomainException($"It is the controller of {string.Join(", ", shops)}. A legal entity stays in the register as long as it has a shop.");
    }

    // Missing and forbidden look the same.
    private static async Task<T> FindAsync<T>(HubDbContext db, Guid id, CancellationToken ct)
        where T : RegisterRecord =>
        await db.Set<T>().SingleOrDefaultAsync(record => record.Id == id, ct)
        ?? throw new DomainException("This record does not exist or you may not see it. Go back to the list.");
}
