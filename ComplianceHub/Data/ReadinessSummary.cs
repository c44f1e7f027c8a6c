using ComplianceHub.Compliance;
using ComplianceHub.Domain;

namespace ComplianceHub.Data;

/// <summary>
/// The stored readiness of a shop: what the portfolio reads, so that 10,000 shops are one query. It is computed from
/// the registers and can be computed anew at any time.
/// </summary>
public sealed class ReadinessSummary : IDerived
{
    /// <summary>The shop.</summary>
    public required Guid ShopId { get; init; }

    /// <summary>The version of the shop's registers that it was computed from; another one makes it stale.</summary>
    public long RegistersVersion { get; set; }

    /// <summary>The rules that it was computed with (<see cref="ReadinessBoard.CatalogueHash"/>); others make it stale.</summary>
    public string CatalogueHash { get; set; } = "";

    /// <summary>The day that was looked at, in the shop's time zone.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>The start of the next day on which a date that the rules read changes a verdict; null when there is none.</summary>
    public DateTimeOffset? ValidUntil { get; set; }

    /// <summary>When it was computed.</summary>
    public DateTimeOffset ComputedAt { get; set; }

    /// <summary>The last entry of the shop's chain that it takes account of.</summary>
    public long ShopLogSequence { get; set; }

    /// <summary>The last entry of the group's chain that it takes account of.</summary>
    public long GroupLogSequence { get; set; }
}

/// <summary>The stored score of a shop for one regulation, or for one area of it.</summary>
public sealed class ReadinessScore : IDerived
{
    /// <summary>The area of a row that stands for the whole regulation.</summary>
    public const string WholeRegulation = "";

    /// <summary>The shop.</summary>
    public required Guid ShopId { get; init; }

    /// <summary>The regulation's id.</summary>
    public required string Regulation { get; init; }

    /// <summary>The area's id; <see cref="WholeRegulation"/> for the regulation itself.</summary>
    public required string Area { get; init; }

    /// <summary>Whether the regulation applies.</summary>
    public Answer Applies { get; set; }

    /// <summary>0 to 100 points; null when nothing is assessed or nothing applies.</summary>
    public int? Points { get; set; }

    /// <summary>The word beside the points; null without them.</summary>
    public Band? Band { get; set; }

    /// <summary>Whether nothing of it applies to the shop.</summary>
    public bool IsNotApplicable { get; set; }

    /// <summary>Whether more than a fifth of the weight is not assessed.</summary>
    public bool IsProvisional { get; set; }

    /// <summary>The cap in force, 49, 74 or 89 points; null when there is none.</summary>
    public int? Cap { get; set; }

    /// <summary>The ids of the failing requirements behind the cap.</summary>
    public List<string> CappedBy { get; set; } = [];

    /// <summary>Requirements that pass.</summary>
    public int Pass { get; set; }

    /// <summary>Requirements that are met in part.</summary>
    public int Partial { get; set; }

    /// <summary>Requirements that fail.</summary>
    public int Fail { get; set; }

    /// <summary>Requirements that do not apply.</summary>
    public int NotApplicable { get; set; }

    /// <summary>Requirements for which a fact is missing.</summary>
    public int NotAssessed { get; set; }

    /// <summary>The outcome of each requirement, by its id: what a later result is compared with. Only on the row of the
    /// whole regulation.</summary>
    public Dictionary<string, Outcome> Outcomes { get; set; } = [];
}

/// <summary>A day on which a shop's readiness changed. It is kept: the past cannot be computed from today's registers.</summary>
public sealed class ReadinessDay : IDerived
{
    /// <summary>The shop.</summary>
    public required Guid ShopId { get; init; }

    /// <summary>The regulation's id.</summary>
    public required string Regulation { get; init; }

    /// <summary>The day, in the shop's time zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The points at the end of the day, or at its last change.</summary>
    public int? Points { get; set; }

    /// <summary>The word beside the points.</summary>
    public Band? Band { get; set; }

    /// <summary>The requirements whose outcome changed on the day.</summary>
    public List<OutcomeChange> Changes { get; set; } = [];

    /// <summary>The entries of the audit log behind it, at most <see cref="MostCauses"/>; none when only time passed.</summary>
    public List<Guid> Causes { get; set; } = [];

    /// <summary>So many causes are kept for a day.</summary>
    public const int MostCauses = 50;
}

/// <summary>The outcome of a requirement before and after a day's changes.</summary>
public sealed record OutcomeChange
{
    /// <summary>The requirement's id.</summary>
    public required string Requirement { get; init; }

    /// <summary>The outcome when the day began; null when it was not stored.</summary>
    public Outcome? From { get; init; }

    /// <summary>The outcome after the day's last change; null when the requirement has left the catalogue.</summary>
    public Outcome? To { get; init; }
}
