using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Reports.Audits;

/// <summary>One shop of an audit, read from its frozen bytes.</summary>
/// <param name="Frozen">What was frozen, by hash.</param>
/// <param name="Snapshot">Its registers on that day.</param>
/// <param name="Verdicts">What its requirements came to, in the words of that day.</param>
public sealed record AuditedShop(FrozenShop Frozen, ShopSnapshot Snapshot, IReadOnlyList<FrozenReadiness> Verdicts);

/// <summary>A finding with the number under which people speak of it.</summary>
/// <param name="Number">From 1, in the order of shops and articles.</param>
/// <param name="Shop">The shop.</param>
/// <param name="Result">What the requirement came to.</param>
/// <param name="Item">What the auditor recorded.</param>
public sealed record NumberedFinding(int Number, AuditedShop Shop, FrozenResult Result, AuditItem Item)
{
    /// <summary>As it is printed: F-01.</summary>
    public string Label => $"F-{Number:00}";
}

/// <summary>Everything that the report of an audit prints. None of it is read from the registers.</summary>
public sealed record AuditContent
{
    /// <summary>The audit.</summary>
    public required Audit Audit { get; init; }

    /// <summary>Its shops, in the order of their names.</summary>
    public required IReadOnlyList<AuditedShop> Shops { get; init; }

    /// <summary>Its requirements with their decisions.</summary>
    public required IReadOnlyList<AuditItem> Items { get; init; }

    /// <summary>What was said about them.</summary>
    public required IReadOnlyList<AuditComment> Comments { get; init; }

    /// <summary>The tasks that came of the findings.</summary>
    public required IReadOnlyList<RemediationTask> Tasks { get; init; }

    /// <summary>SHA-256 of the files that show what was done about them, by id.</summary>
    public IReadOnlyDictionary<Guid, string> TaskEvidence { get; init; } = new Dictionary<Guid, string>();

    /// <summary>The names of the people who took part, as they were then.</summary>
    public required IReadOnlyDictionary<Guid, string> People { get; init; }

    /// <summary>The signature; null in a draft.</summary>
    public SignOff? SignOff { get; init; }

    /// <summary>The signed audit before it; null when it is the first.</summary>
    public EarlierAudit? Earlier { get; init; }

    /// <summary>Where the log stood; null in a draft.</summary>
    public LogAnchor? Log { get; init; }

    /// <summary>How the report can be checked; null in a draft.</summary>
    public ReportSeal? Seal { get; init; }

    /// <summary>For whom a draft is; null in the signed report, whose bytes are the same for everybody.</summary>
    public DraftCopy? Draft { get; init; }

    /// <summary>The findings, numbered from the heaviest.</summary>
    public IReadOnlyList<NumberedFinding> Findings =>
    [
        .. Decided(item => item.IsFinding || item.Decision == AuditDecision.Observation).OrderBy(found => found.Item.Decision)
            .Select((found, index) => new NumberedFinding(index + 1, found.Shop, found.Result, found.Item)),
    ];

    /// <summary>The risks that were accepted until a day.</summary>
    public IEnumerable<(AuditedShop Shop, FrozenResult Result, AuditItem Item)> AcceptedRisks => Decided(item => item.Decision == AuditDecision.RiskAccepted);

    /// <summary>The blockers that fail: whoever signs acknowledges each.</summary>
    public IEnumerable<(AuditedShop Shop, FrozenResult Result, AuditItem Item)> UnresolvedBlockers =>
        Decided(_ => true).Where(one => one.Result is { Severity: Severity.Blocker, Outcome: Outcome.Fail });

    /// <summary>What changed in a shop since the audit before; nothing where there was none.</summary>
    public IReadOnlyList<VerdictChange> ChangesOf(AuditedShop shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return Earlier?.Verdicts.GetValueOrDefault(shop.Frozen.ShopId) is { } before ? VerdictChange.Between(before, shop.Verdicts) : [];
    }

    /// <summary>The task that came of an item; null where none did.</summary>
    public AuditTask? TaskOf(Guid item) => Tasks.FirstOrDefault(task => task.ItemId == item) is { } task ? AuditWords.Task(task, NameOf) : null;

    /// <summary>Somebody's name, as it was then.</summary>
    public string NameOf(Guid? person) => person is { } id && People.TryGetValue(id, out var name) ? name : "Somebody who is no longer known";

    /// <summary>The requirement of a shop as an item; null where the audit does not cover it.</summary>
    public AuditItem? ItemOf(AuditedShop shop, FrozenResult result) =>
        Items.FirstOrDefault(item => item.ShopId == shop.Frozen.ShopId && item.RequirementId == result.Requirement);

    private IEnumerable<(AuditedShop Shop, FrozenResult Result, AuditItem Item)> Decided(Func<AuditItem, bool> which) =>
        from shop in Shops
        from result in shop.Verdicts.SelectMany(readiness => readiness.Results)
        let item = ItemOf(shop, result)
        where item is not null && which(item)
        select (shop, result, item);
}
