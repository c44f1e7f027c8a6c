using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>A system in which personal data are stored or processed.</summary>
public sealed class DataSystem : OwnedRecord
{
    /// <summary>The system's name, for example "Shop platform".</summary>
    [Editable(true), Required(ErrorMessage = "Enter the name of the system."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string Name { get; set; } = "";

    /// <summary>What it is for.</summary>
    [Editable(true), StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Description { get; set; }

    /// <summary>The third party that runs it; null when we do.</summary>
    [Editable(true), References(typeof(Vendor))]
    public Guid? VendorId { get; set; }

    /// <summary>The country in which it stands; null is not recorded.</summary>
    [Editable(true), CountryCode]
    public string? Country { get; set; }

    /// <summary>Who answers for it.</summary>
    [Editable(true), StringLength(120, ErrorMessage = "Use at most 120 characters."), PersonalData]
    public string? Owner { get; set; }

    /// <inheritdoc />
    public override string DisplayName => Name;

    /// <inheritdoc />
    public override Register Register => Register.Systems;
}
