using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.AuditLog;

/// <summary>Which log: of a shop, of the group's registers, or of the system (people, grants, keys, sign-ins).</summary>
public sealed record LogScope
{
    private LogScope()
    {
    }

    /// <summary>The log of the group's registers.</summary>
    public static LogScope Group { get; } = new();

    /// <summary>The log of people, grants, keys and sign-ins; for administrators of the group.</summary>
    public static LogScope System { get; } = new() { IsSystem = true };

    /// <summary>The log of a shop.</summary>
    public static LogScope OfShop(string slug) => new() { Slug = slug };

    /// <summary>The shop's part of the address; null for the other two.</summary>
    public string? Slug { get; private init; }

    /// <summary>Whether it is the system's.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>Its page.</summary>
    public string Address => Slug is not null ? HubUrls.Log(Slug) : IsSystem ? HubUrls.SystemLog : HubUrls.GroupLog;

    /// <summary>What files of it are called.</summary>
    public string FileName => $"{Slug ?? (IsSystem ? "system" : "group")}-log";

    /// <summary>The chain and its name for people; null when there is no such shop, or the actor may not read it.</summary>
    internal async Task<(ChainId Chain, string Name)?> FindAsync(HubDbContext db, CancellationToken ct)
    {
        if (Slug is null)
        {
            return IsSystem ? db.Access.SeesPeople ? (ChainId.System, "System") : null
                : db.Access.SeesAllRegisters ? (ChainId.Group, "Group") : null;
        }
        var shop = await db.Shops.AsNoTracking().Where(shop => shop.Slug == Slug).Select(shop => new { shop.Id, shop.Name }).SingleOrDefaultAsync(ct);
        return shop is not null && db.Access.MayReadRegisters(shop.Id) ? (ChainId.OfShop(shop.Id), shop.Name) : null;
    }
}
