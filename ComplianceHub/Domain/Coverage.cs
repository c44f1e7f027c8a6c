namespace ComplianceHub.Domain;

/// <summary>To which shops a record of the group applies.</summary>
public enum CoverageKind
{
    /// <summary>All shops of the group, also those added later.</summary>
    AllShops,

    /// <summary>The shops of the named legal entities.</summary>
    LegalEntities,

    /// <summary>The named shops.</summary>
    Shops,

    /// <summary>The named legal entities themselves and none of their shops, for example staff and payroll.</summary>
    LegalEntitiesAlone,
}

/// <summary>To which shops a record of the group applies. Meaningless on a shop's own record.</summary>
public sealed record Coverage
{
    /// <summary>All shops, legal entities or named shops.</summary>
    public CoverageKind Kind { get; set; }

    /// <summary>The legal entities, when <see cref="Kind"/> says so.</summary>
    [References(typeof(Organisation.LegalEntity))]
    public List<Guid> LegalEntityIds { get; set; } = [];

    /// <summary>The shops, when <see cref="Kind"/> says so.</summary>
    [References(typeof(Organisation.Shop))]
    public List<Guid> ShopIds { get; set; } = [];

    /// <summary>Whether the record applies to a shop of a legal entity.</summary>
    public bool Includes(Guid shopId, Guid legalEntityId) => Kind switch
    {
        CoverageKind.AllShops => true,
        CoverageKind.LegalEntities => LegalEntityIds.Contains(legalEntityId),
        CoverageKind.Shops => ShopIds.Contains(shopId),
        _ => false,
    };
}
