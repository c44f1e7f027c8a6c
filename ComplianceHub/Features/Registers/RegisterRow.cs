using ComplianceHub.Compliance;
using ComplianceHub.Components.Controls;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Features.Registers;

/// <summary>A finding with the requirement it stands against.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Finding">What is wrong.</param>
public sealed record RequirementFinding(Requirement Requirement, Finding Finding);

/// <summary>A record as a list shows it.</summary>
/// <param name="Record">The record as it counts here.</param>
/// <param name="Scope">Where it comes from.</param>
/// <param name="Deviations">Where the shop deviates from the group.</param>
/// <param name="Findings">What stands against it, hard ones first.</param>
public sealed record RegisterRow<T>(T Record, RecordScope Scope, IReadOnlyList<Deviation> Deviations, IReadOnlyList<RequirementFinding> Findings)
    where T : RegisterRecord
{
    /// <summary>Whether the shop has switched the group's record off for itself.</summary>
    public bool IsExcluded => Deviations.Any(deviation => deviation.Field == Deviation.Excluded);

    /// <summary>Whether it counts: neither retired nor switched off.</summary>
    public bool Counts => Record.RetiredOn is null && !IsExcluded;
}

/// <summary>Whose register is open, and what the person may do in it.</summary>
/// <param name="ShopId">The shop; null for the group's register.</param>
/// <param name="Slug">The shop's part of the address.</param>
/// <param name="Name">The shop's name, or "Group".</param>
/// <param name="MayKeep">Whether the person may change the register's own records.</param>
/// <param name="MayKeepGroup">Whether the person may change the group's records.</param>
/// <param name="MayPropose">Whether the person may propose a change to the group.</param>
public sealed record RegisterOwner(Guid? ShopId, string? Slug, string Name, bool MayKeep, bool MayKeepGroup, bool MayPropose);

/// <summary>How many records a register holds, for its filters.</summary>
/// <param name="InUse">Those that count.</param>
/// <param name="WithFindings">Those of them that something stands against.</param>
/// <param name="FromTheGroup">Those of them that the group owns, in a shop's register.</param>
/// <param name="Deviating">Those in which the shop deviates from the group.</param>
/// <param name="OutOfUse">Those that are retired or not used here.</param>
public sealed record RegisterCounts(int InUse, int WithFindings, int FromTheGroup, int Deviating, int OutOfUse);

/// <summary>One register, loaded for a page.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Rows">A shop's records, by name; none for the group, whose rows come in pages (<see cref="GroupRegisterQuery"/>).</param>
/// <param name="Choices">What its fields can point at.</param>
/// <param name="Readiness">What the shop comes to, to say what a save has changed; empty for the group.</param>
/// <param name="Shop">The shop's registers, for columns that look beyond the record; null for the group.</param>
public sealed record RegisterList<T>(
    RegisterOwner Owner, IReadOnlyList<RegisterRow<T>> Rows, RegisterChoices Choices, IReadOnlyList<Compliance.Readiness> Readiness, ShopSnapshot? Shop = null)
    where T : RegisterRecord
{
    private readonly Dictionary<Guid, RegisterRow<T>> _byRecord = Rows.ToDictionary(row => row.Record.Id);

    /// <summary>How many records there are.</summary>
    public RegisterCounts Counts { get; init; } = new(
        Rows.Count(row => row.Counts),
        Rows.Count(row => row.Counts && row.Findings.Count > 0),
        Rows.Count(row => row.Counts && row.Scope != RecordScope.Own),
        Rows.Count(row => row.Deviations.Count > 0),
        Rows.Count(row => !row.Counts));

    /// <summary>The row of a record of a shop's register; null when it has none.</summary>
    public RegisterRow<T>? RowOf(Guid record) => _byRecord.GetValueOrDefault(record);
}
