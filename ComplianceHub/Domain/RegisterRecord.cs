using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain;

/// <summary>A record that people keep in a register.</summary>
public abstract class RegisterRecord : IVersioned
{
    /// <summary>Made by us, sorted by time of creation (UUID version 7).</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Rises with every save; a save with an old number is a lost race.</summary>
    public int Version { get; set; }

    /// <summary>The day on which the record was taken out of use; null while it counts.</summary>
    public DateOnly? RetiredOn { get; set; }

    /// <summary>What people call the record, in lists, findings and reports.</summary>
    public abstract string DisplayName { get; }

    /// <summary>The register that holds the record.</summary>
    public abstract Register Register { get; }

    /// <summary>Points at this record.</summary>
    public RecordRef Ref() => new(Register, Id, DisplayName);
}

/// <summary>A record of the group (no <see cref="ShopId"/>) or of one shop.</summary>
public abstract class OwnedRecord : RegisterRecord, IImported
{
    /// <summary>The shop that owns the record; null means the group.</summary>
    [References(typeof(Organisation.Shop))]
    public Guid? ShopId { get; set; }

    /// <summary>To which shops a record of the group applies.</summary>
    [Editable(true)]
    public Coverage AppliesTo { get; set; } = new();

    /// <summary>Where an imported record comes from; null when a person entered it here.</summary>
    public Origin? Origin { get; set; }
}

/// <summary>A record that somebody owns and reviews (Art. 5(2) GDPR).</summary>
public interface IReviewed
{
    /// <summary>Who answers for the record being right; empty when nobody does.</summary>
    string? Owner { get; }

    /// <summary>When somebody last confirmed the record; null when never.</summary>
    DateOnly? ReviewedOn { get; }
}
