using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Registers;

/// <summary>One page of a register of the group.</summary>
/// <param name="Records">The records shown.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record RegisterPart<T>(IReadOnlyList<T> Records, int Total)
    where T : RegisterRecord;

/// <summary>Reads a register of the group in pages: search, filter, order and count are the database's.</summary>
public sealed class GroupRegisterQuery(HubDb hub)
{
    /// <summary>One page; empty for people who may not read the group's registers.</summary>
    public async Task<RegisterPart<T>> PageAsync<T>(RegisterAsk<T> ask, CancellationToken ct)
        where T : RegisterRecord
    {
        ArgumentNullException.ThrowIfNull(ask);
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.SeesAllRegisters)
            return new([], 0);
        var records = OfGroup<T>(db).Where(record => record.RetiredOn != null == ask.OutOfUse);
        if (!string.IsNullOrWhiteSpace(ask.Search))
        {
            var folded = SortKey.Of(ask.Search);
            records = records.Where(record => EF.Property<string>(record, SortKey.Column).Contains(folded));
        }

        var total = await records.CountAsync(ct);
        return new(await ask.Order.Of(records).Skip(ask.From).Take(ask.Count).ToListAsync(ct), total);
    }

    /// <summary>One record of the group; null when there is none or the person may not read it.</summary>
    public async Task<T?> FindAsync<T>(Guid id, CancellationToken ct)
        where T : RegisterRecord
    {
        await using var db = await hub.OpenAsync(ct);
        return db.Access.SeesAllRegisters ? await OfGroup<T>(db).SingleOrDefaultAsync(record => record.Id == id, ct) : null;
    }

    /// <summary>The register of the group without its rows, which come in pages; null when the person may not read it.</summary>
    public async Task<RegisterList<T>?> OpenAsync<T>(CancellationToken ct)
        where T : RegisterRecord
    {
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.SeesAllRegisters)
            return null;
        var total = await OfGroup<T>(db).CountAsync(ct);
        var retired = await OfGroup<T>(db).CountAsync(record => record.RetiredOn != null, ct);
        var mayKeep = db.Access.MayKeepRegisters(null);
        return new(
            new RegisterOwner(null, null, "Group", mayKeep, mayKeep, MayPropose: false), [], await GroupChoices.LoadAsync(db, ct), [])
        {
            Counts = new(total - retired, 0, 0, 0, retired),
        };
    }

    /// <summary>The records of the group of one type, those out of use too.</summary>
    internal static IQueryable<T> OfGroup<T>(HubDbContext db)
        where T : RegisterRecord
    {
        var records = db.Set<T>().AsNoTracking();
        return typeof(T).IsSubclassOf(typeof(OwnedRecord))
            ? records.Where(record => EF.Property<Guid?>(record, nameof(OwnedRecord.ShopId)) == null)
            : records;
    }
}
