namespace ComplianceHub.Compliance;

/// <summary>A regulation with its requirements, in the order of its articles.</summary>
public sealed class Regulation
{
    private readonly Func<ShopSnapshot, Gate> _applies;

    /// <summary>Lists a regulation.</summary>
    public Regulation(string id, string name, Func<ShopSnapshot, Gate> applies, IReadOnlyList<Area> areas, IReadOnlyList<Requirement> requirements)
    {
        (Id, Name, Areas, Requirements, _applies) = (id, name, areas, requirements, applies);
    }

    /// <summary>Short id, for example GDPR.</summary>
    public string Id { get; }

    /// <summary>Its name in full.</summary>
    public string Name { get; }

    /// <summary>Its chapters, in the order of the heat map.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>Its requirements, in the order of its articles.</summary>
    public IReadOnlyList<Requirement> Requirements { get; }

    /// <summary>Whether it applies to a shop.</summary>
    public Gate AppliesTo(ShopSnapshot shop) => _applies(shop);
}
