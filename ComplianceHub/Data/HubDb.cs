using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// The only way to the records. Each operation opens its own context, bound to the actor and the grants that they
/// hold at that moment, and closes it in the same method; so a removed grant works at the next action.
/// </summary>
public sealed class HubDb(IDbContextFactory<HubDbContext> contexts, CurrentActor current, TimeProvider time, StorageWatch storage)
{
    /// <summary>Opens a context for the actor of this scope.</summary>
    /// <exception cref="AccessDeniedException">Nobody is signed in.</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    public async Task<HubDbContext> OpenAsync(CancellationToken ct = default) =>
        await OpenAsync(await current.FindAsync() ?? throw new AccessDeniedException("You are signed out. Sign in again."), ct);

    /// <summary>Opens a context for a named actor: the program's jobs and the command line.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    public async Task<HubDbContext> OpenAsync(Actor actor, CancellationToken ct = default)
    {
        var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            db.Bind(await AccessOfAsync(db, actor, ct));
            storage.Reached();
            return db;
        }
        catch (Exception exception)
        {
            await db.DisposeAsync();
            if (StorageErrors.Explain(exception) is not { } explained)
                throw;
            if (explained is StorageUnavailableException unavailable)
                storage.Missed(unavailable);
            throw explained;
        }
    }

    private async Task<Access> AccessOfAsync(HubDbContext db, Actor actor, CancellationToken ct)
    {
        if (actor.UserId is not { } userId)
            return Access.Of(actor, [], new Dictionary<Guid, Guid>());
        var rows = await (
            from grant in db.Grants.IgnoreQueryFilters().AsNoTracking()
            where grant.UserId == userId
            // A disabled account holds nothing any more, at its next action and not a minute later.
            where !db.Users.Any(person => person.Id == userId && person.LockoutEnd >= HubUser.Never)
            join shop in db.Shops.IgnoreQueryFilters().AsNoTracking() on grant.ShopId equals (Guid?)shop.Id into shops
            from shop in shops.DefaultIfEmpty()
            select new { Grant = grant, TimeZone = (string?)shop.TimeZone, LegalEntityId = (Guid?)shop.LegalEntityId }).ToListAsync(ct);
        var holding = rows.Where(row => row.Grant.HoldsOn(ShopDay.Of(time.GetUtcNow(), row.TimeZone))).ToList();
        return Access.Of(actor, holding.Select(row => row.Grant), holding
            .Where(row => row.LegalEntityId is not null)
            .GroupBy(row => row.Grant.ShopId!.Value)
            .ToDictionary(shop => shop.Key, shop => shop.First().LegalEntityId!.Value));
    }
}
