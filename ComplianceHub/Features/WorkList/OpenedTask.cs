using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Features.WorkList;

/// <summary>What the reader may do with a task; the save asks the same again.</summary>
/// <param name="MayPlan">Whether they name owner, checker and days.</param>
/// <param name="MayTake">Whether they may make it theirs, because nobody owns it.</param>
/// <param name="MayWork">Whether they may start, attach and finish.</param>
/// <param name="MayCheck">Whether they may say whether it had effect, once it is done.</param>
/// <param name="WhyNotChecked">Why it is not theirs to check, as a sentence; null when nothing speaks against them.</param>
/// <param name="MayWithdraw">Whether they may end it, because the finding is none any more.</param>
public sealed record TaskRights(bool MayPlan, bool MayTake, bool MayWork, bool MayCheck, string? WhyNotChecked, bool MayWithdraw);

/// <summary>A task with all that its drawer shows.</summary>
public sealed record OpenedTask
{
    /// <summary>The task as it is stored.</summary>
    public required RemediationTask Task { get; init; }

    /// <summary>The shop that remedies.</summary>
    public required WorkListShop Shop { get; init; }

    /// <summary>The title of the audit; null when it is not for the reader.</summary>
    public required string? Audit { get; init; }

    /// <summary>The files that show what was done.</summary>
    public required IReadOnlyList<EvidenceFile> Evidence { get; init; }

    /// <summary>The files that were there when it was found without effect.</summary>
    public required IReadOnlyList<EvidenceFile> EarlierEvidence { get; init; }

    /// <summary>The files of the shop and the group that could be attached too; none for who may not work on it.</summary>
    public required IReadOnlyList<EvidenceFile> Offered { get; init; }

    /// <summary>Who may own and check it; none for who may not plan it.</summary>
    public required IReadOnlyList<ShopWriter> Writers { get; init; }

    /// <summary>The names of those who take part.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>What the reader may do.</summary>
    public required TaskRights Rights { get; init; }

    /// <summary>Today at the shop.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Somebody's name; null for nobody.</summary>
    public string? NameOf(Guid? person) => person is { } id ? Names.GetValueOrDefault(id, "A former user") : null;
}
