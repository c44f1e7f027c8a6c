using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>One value of a group record that a shop replaces for itself, with the reason.</summary>
public sealed class Deviation : IVersioned
{
    /// <summary>The name of the field that switches a group record off for the shop.</summary>
    public const string Excluded = nameof(Excluded);

    /// <summary>Made by us (UUID version 7).</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The shop that deviates.</summary>
    [References(typeof(Organisation.Shop))]
    public Guid ShopId { get; set; }

    /// <summary>The register of the group record.</summary>
    public Register Register { get; set; }

    /// <summary>The group record.</summary>
    public Guid RecordId { get; set; }

    /// <summary>The property that is replaced, or <see cref="Excluded"/>.</summary>
    [StringLength(80)]
    public string Field { get; set; } = "";

    /// <summary>The shop's value as JSON, typed as the property is; "true" for <see cref="Excluded"/>.</summary>
    public string Value { get; set; } = "";

    /// <summary>The record that the value points at, when the property is a reference; checked like any foreign key.</summary>
    public Guid? ReferencedId { get; set; }

    /// <summary>Why the shop deviates.</summary>
    [Required(ErrorMessage = "Say why this shop deviates from the group."), StringLength(1000, MinimumLength = 5, ErrorMessage = "Give the reason in 5 to 1,000 characters.")]
    public string Reason { get; set; } = "";

    /// <summary>The user who deviated; null when the program did.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>The day of the decision.</summary>
    public DateOnly DecidedOn { get; set; }

    /// <summary>Rises with every save; a save with an old number is a lost race.</summary>
    public int Version { get; set; }
}
