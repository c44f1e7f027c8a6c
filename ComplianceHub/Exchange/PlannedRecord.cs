using ComplianceHub.Domain;

namespace ComplianceHub.Exchange;

/// <summary>A record as a file would have it; whether it is written is decided against the registers.</summary>
/// <param name="Record">The record with its <see cref="Origin"/>.</param>
/// <param name="At">The entry that states it.</param>
public sealed record PlannedRecord(RegisterRecord Record, FilePosition At)
{
    /// <summary>Where the record comes from.</summary>
    public Origin Origin => ((IImported)Record).Origin!;
}

/// <summary>
/// The id of a record that a file names: that of the record which was imported from it before, else that of a record
/// with this name, else a new one.
/// </summary>
/// <param name="register">The register of the record.</param>
/// <param name="externalId">How the source names it.</param>
/// <param name="name">How people name it.</param>
public delegate Guid ImportedId(Register register, string externalId, string name);
