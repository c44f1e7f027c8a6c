using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Data;

/// <summary>What an actor may see and change on one day: their grants, read once when a context is opened.</summary>
public sealed class Access
{
    private static readonly HubRole[] Keepers = [HubRole.PrivacyOfficer, HubRole.Administrator];
    private static readonly HubRole[] Attesters = [HubRole.Manager, .. Keepers];
    private static readonly HubRole[] Administrators = [HubRole.Administrator];

    private readonly IReadOnlyList<Grant> _grants;

    private Access(Actor? actor, IReadOnlyList<Grant> grants, IReadOnlyDictionary<Guid, Guid> shops)
    {
        Actor = actor;
        _grants = grants;
        Shops = [.. grants.Where(grant => grant is { Scope: GrantScope.Shop, ShopId: not null }).Select(grant => grant.ShopId!.Value).Distinct()];
        RegisterShops = [.. Shops.Where(shop => grants.Any(grant => grant.ShopId == shop && grant.Role != HubRole.Auditor))];
        LegalEntities = [.. RegisterShops.Where(shops.ContainsKey).Select(shop => shops[shop]).Distinct()];
        Audits = [.. grants.Where(grant => grant is { Scope: GrantScope.Audit, AuditId: not null }).Select(grant => grant.AuditId!.Value).Distinct()];
        AdministeredShops = [.. Shops.Where(shop => grants.Any(grant => grant.ShopId == shop && grant.Role == HubRole.Administrator))];
    }

    /// <summary>The access of a context that nobody opened: it sees no shop and saves no record.</summary>
    public static Access None { get; } = new(null, [], new Dictionary<Guid, Guid>());

    /// <summary>On whose behalf; null when nobody opened the context.</summary>
    public Actor? Actor { get; }

    /// <summary>The access of an actor who holds some grants.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="grants">The grants that hold today; a trusted actor needs none.</param>
    /// <param name="legalEntityByShop">The legal entity of each shop among them.</param>
    public static Access Of(Actor actor, IEnumerable<Grant> grants, IReadOnlyDictionary<Guid, Guid> legalEntityByShop) =>
        new(actor, [.. grants], legalEntityByShop);

    /// <summary>Whether every shop is visible: a grant for the group, or a trusted actor.</summary>
    public bool SeesAllShops => IsTrusted || GroupGrants.Any();

    /// <summary>Whether every register is visible. An auditor of the group sees the shops and their reports only.</summary>
    public bool SeesAllRegisters => IsTrusted || GroupGrants.Any(grant => grant.Role != HubRole.Auditor);

    /// <summary>Whether people, grants and their log are visible.</summary>
    public bool SeesPeople => MayAdminister(null);

    /// <summary>The shops with a grant of their own.</summary>
    public IReadOnlyList<Guid> Shops { get; }

    /// <summary>The shops with a grant that shows their registers: any but an auditor's.</summary>
    public IReadOnlyList<Guid> RegisterShops { get; }

    /// <summary>The legal entities of <see cref="RegisterShops"/>.</summary>
    public IReadOnlyList<Guid> LegalEntities { get; }

    /// <summary>The audits with a grant of their own: an external auditor's.</summary>
    public IReadOnlyList<Guid> Audits { get; }

    /// <summary>The shops that the actor administers by a grant of their own.</summary>
    public IReadOnlyList<Guid> AdministeredShops { get; }

    /// <summary>The person; null for a trusted actor and for nobody.</summary>
    public Guid? UserId => Actor?.UserId;

    /// <summary>Whether the actor may see a shop's name and reports.</summary>
    public bool MaySee(Guid shopId) => SeesAllShops || Shops.Contains(shopId);

    /// <summary>Whether the actor may read the registers of a shop.</summary>
    public bool MayReadRegisters(Guid shopId) => SeesAllRegisters || RegisterShops.Contains(shopId);

    /// <summary>Whether the actor may keep the registers of a shop; null asks for the group's.</summary>
    public bool MayKeepRegisters(Guid? shopId) => Holds(shopId, Keepers);

    /// <summary>Whether the actor may answer attestations of a shop and add the files that support them.</summary>
    public bool MayAttest(Guid? shopId) => Holds(shopId, Attesters);

    /// <summary>Whether the actor may administer a shop with its people; null asks for the whole group.</summary>
    public bool MayAdminister(Guid? shopId) => Holds(shopId, Administrators);

    /// <summary>Whether the actor may give, change or take away a grant. Nobody changes their own, nobody gives more
    /// than they hold, nor for longer.</summary>
    public bool MayGive(Grant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        if (IsTrusted)
            return true;
        var shop = grant.Scope == GrantScope.Shop ? grant.ShopId : null;
        return grant.UserId != UserId && Holding(shop, Administrators)
            .Any(own => own.Until is null || (grant.Until is { } until && until <= own.Until));
    }

    /// <summary>Whether each grant of this access is still there as it was read.</summary>
    internal bool StillHolds(IEnumerable<Grant> now) =>
        _grants.Select(grant => (grant.Id, grant.Version)).ToHashSet().IsSubsetOf(now.Select(grant => (grant.Id, grant.Version)));

    private bool IsTrusted => Actor?.IsTrusted == true;

    private IEnumerable<Grant> GroupGrants => _grants.Where(grant => grant.Scope == GrantScope.Group);

    private bool Holds(Guid? shopId, HubRole[] roles) => IsTrusted || Holding(shopId, roles).Any();

    private IEnumerable<Grant> Holding(Guid? shopId, HubRole[] roles) => _grants.Where(grant =>
        roles.Contains(grant.Role)
        && (grant.Scope == GrantScope.Group || (grant.Scope == GrantScope.Shop && shopId is not null && grant.ShopId == shopId)));
}
