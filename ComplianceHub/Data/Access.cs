using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Data;

/// <summary>What an actor may see and change on one day: their grants, read once when a context is opened.</summary>
public sealed class Access
{
    private static readonly HubRole[] Keepers = [HubRole.PrivacyOfficer, HubRole.Administrator];
    private static readonly HubRole[] Attesters = [HubRole.Manager, .. Keepers];
    private static readonly HubRole[] Signers = [HubRole.Manager];
    private static readonly HubRole[] Administrators = [HubRole.Administrator];

    private readonly IReadOnlyList<Grant> _grants;

    private Access(Actor? actor, IReadOnlyList<Grant> grants, IReadOnlyDictionary<Guid, Guid> shops)
    {
        Actor = actor;
        _grants = grants;
        RegisterShops = ShopsOf(grants.Where(grant => grant.Role != HubRole.Auditor));
        LegalEntities = [.. RegisterShops.Where(shops.ContainsKey).Select(shop => shops[shop]).Distinct()];
        Audits = [.. grants.Where(grant => grant is { Scope: GrantScope.Audit, AuditId: not null }).Select(grant => grant.AuditId!.Value).Distinct()];
        AuditedShops = ShopsOf(grants.Where(grant => grant.Role == HubRole.Auditor));
        AdministeredShops = ShopsOf(grants.Where(grant => grant.Role == HubRole.Administrator));
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

    /// <summary>Whether every shop with its registers is visible: a grant for the group that is not an auditor's, or a trusted actor.</summary>
    public bool SeesAllRegisters => IsTrusted || GroupGrants.Any(grant => grant.Role != HubRole.Auditor);

    /// <summary>Whether people, grants and their log are visible.</summary>
    public bool SeesPeople => MayAdminister(null);

    /// <summary>Whether any register is visible. Whoever sees none has their audits, in a room of their own.</summary>
    public bool ReadsRegisters => SeesAllRegisters || RegisterShops.Count > 0;

    /// <summary>The shops with a grant of their own that shows them and their registers: any but an auditor's.</summary>
    public IReadOnlyList<Guid> RegisterShops { get; }

    /// <summary>The legal entities of <see cref="RegisterShops"/>.</summary>
    public IReadOnlyList<Guid> LegalEntities { get; }

    /// <summary>The audits with a grant of their own: an external auditor's.</summary>
    public IReadOnlyList<Guid> Audits { get; }

    /// <summary>The shops with an auditor's grant for all of their audits, as it was given before auditors were invited to
    /// each: it opens those that name the person as their auditor, and neither the shop nor its registers.</summary>
    public IReadOnlyList<Guid> AuditedShops { get; }

    /// <summary>Whether such a grant is for the group.</summary>
    public bool AuditsAllShops => GroupGrants.Any(grant => grant.Role == HubRole.Auditor);

    /// <summary>The shops that the actor administers by a grant of their own.</summary>
    public IReadOnlyList<Guid> AdministeredShops { get; }

    /// <summary>The person; null for a trusted actor and for nobody.</summary>
    public Guid? UserId => Actor?.UserId;

    /// <summary>Whether the actor may see a shop: its name, its registers and its reports.</summary>
    public bool MayReadRegisters(Guid shopId) => SeesAllRegisters || RegisterShops.Contains(shopId);

    /// <summary>Whether the actor may keep the registers of a shop; null asks for the group's.</summary>
    public bool MayKeepRegisters(Guid? shopId) => Holds(shopId, Keepers);

    /// <summary>Whether the actor may answer attestations of a shop and add the files that support them.</summary>
    public bool MayAttest(Guid? shopId) => Holds(shopId, Attesters);

    /// <summary>Whether the actor may sign audits of a shop: a manager alone, and no administrator for them.</summary>
    public bool MaySign(Guid shopId) => Holds(shopId, Signers);

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

    /// <summary>The last day on which the actor may open an audit that is open to them by an auditor's grant alone; null when
    /// such a grant has no end.</summary>
    public DateOnly? EndOf(Audit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        var opening = _grants.Where(grant => grant.AuditId == audit.Id || (grant.Role == HubRole.Auditor && grant.Scope == GrantScope.Group)
            || (grant.Role == HubRole.Auditor && grant.ShopId is { } shop && audit.ShopIds.Contains(shop))).Select(grant => grant.Until).ToList();
        return opening.Contains(null) ? null : opening.Max();
    }

    /// <summary>Whether the actor may prepare an audit: keep the registers of all its shops.</summary>
    public bool MayPrepare(Audit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return audit.ShopIds.Count > 0 ? audit.ShopIds.TrueForAll(shop => MayKeepRegisters(shop)) : MayKeepRegisters(null);
    }

    /// <summary>The last day until which the actor may invite somebody to an audit that they may prepare: nobody gives a
    /// grant for longer than they hold theirs. Null when there is none.</summary>
    public DateOnly? LongestInvitation(Audit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return IsTrusted ? null : audit.ShopIds.Min(shop => Holding(shop, Keepers).Any(own => own.Until is null) ? null : Holding(shop, Keepers).Max(own => own.Until));
    }

    /// <summary>Whether the actor may give a grant for an audit: as its auditor, to somebody else, and not for longer than
    /// they may prepare it.</summary>
    public bool MayInvite(Grant grant, Audit audit)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(audit);
        return grant is { Scope: GrantScope.Audit, Role: HubRole.Auditor } && grant.AuditId == audit.Id && grant.UserId != UserId && MayPrepare(audit)
            && (LongestInvitation(audit) is not { } longest || grant.Until <= longest);
    }

    /// <summary>Whether each grant of this access is still there as it was read.</summary>
    internal bool StillHolds(IEnumerable<Grant> now) =>
        _grants.Select(grant => (grant.Id, grant.Version)).ToHashSet().IsSubsetOf(now.Select(grant => (grant.Id, grant.Version)));

    private bool IsTrusted => Actor?.IsTrusted == true;

    private IEnumerable<Grant> GroupGrants => _grants.Where(grant => grant.Scope == GrantScope.Group);

    private static IReadOnlyList<Guid> ShopsOf(IEnumerable<Grant> grants) =>
        [.. grants.Where(grant => grant is { Scope: GrantScope.Shop, ShopId: not null }).Select(grant => grant.ShopId!.Value).Distinct()];

    private bool Holds(Guid? shopId, HubRole[] roles) => IsTrusted || Holding(shopId, roles).Any();

    private IEnumerable<Grant> Holding(Guid? shopId, HubRole[] roles) => _grants.Where(grant =>
        roles.Contains(grant.Role)
        && (grant.Scope == GrantScope.Group || (grant.Scope == GrantScope.Shop && shopId is not null && grant.ShopId == shopId)));
}
