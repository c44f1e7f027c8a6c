using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>A change of a group record that somebody with a shop's grant proposes: a task for the group's officer.</summary>
public sealed class Proposal : IVersioned
{
    /// <summary>Made by us (UUID version 7).</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The shop for which it was proposed.</summary>
    [References(typeof(Organisation.Shop))]
    public Guid ShopId { get; set; }

    /// <summary>The register of the group record.</summary>
    public Register Register { get; set; }

    /// <summary>The group record.</summary>
    public Guid RecordId { get; set; }

    /// <summary>The property to change.</summary>
    [StringLength(80)]
    public string Field { get; set; } = "";

    /// <summary>The proposed value as JSON, typed as the property is.</summary>
    public string Value { get; set; } = "";

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why the group's record should change."), StringLength(1000, MinimumLength = 5, ErrorMessage = "Give the reason in 5 to 1,000 characters.")]
    public string Reason { get; set; } = "";

    /// <summary>Open, accepted or declined.</summary>
    public ProposalState State { get; set; }

    /// <summary>The user who proposed; null when the program did.</summary>
    public Guid? ProposedBy { get; set; }

    /// <summary>The day of the proposal.</summary>
    public DateOnly ProposedOn { get; set; }

    /// <summary>The user who decided; null while it is open.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>Rises with every save; a save with an old number is a lost race.</summary>
    public int Version { get; set; }
}

/// <summary>What became of a proposal.</summary>
public enum ProposalState
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>The group record was changed.</summary>
    Accepted,

    /// <summary>It was not.</summary>
    Declined,
}
