using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Linq.Expressions;

namespace ComplianceHub.Domain.Audits;

/// <summary>
/// What a shop does about one finding of an audit: who, until when, with which evidence, and whether somebody else found
/// that it had effect (ISO 19011 6.7, ISO/IEC 27001 10.2). Each of its steps is a method here. All tasks of an audit:
/// <c>db.RemediationTasks.AsNoTracking().Where(task => task.AuditId == auditId).OrderBy(task => task.Number)</c>; the
/// auditor of the audit sees them too. There is at most one for each <see cref="AuditItem"/> (<see cref="ItemId"/>).
/// </summary>
public sealed partial class RemediationTask : IVersioned, IValidatableObject
{
    /// <summary>Files that one task holds at most.</summary>
    public const int MostEvidence = 50;

    /// <summary>Days between the due day and the day of the check, unless somebody plans otherwise.</summary>
    public const int DaysToCheck = 14;

    /// <inheritdoc />
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Its number in the whole group, from 1 on, given by the save that adds it and never given twice.</summary>
    public int Number { get; set; }

    /// <summary>The number as people say it: "T-118".</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"T-{Number}");

    /// <summary>The shop that remedies.</summary>
    [References(typeof(Organisation.Shop))]
    public Guid ShopId { get; set; }

    /// <summary>The audit with the finding.</summary>
    public Guid AuditId { get; set; }

    /// <summary>The requirement of the shop in the audit: the finding itself.</summary>
    public Guid ItemId { get; set; }

    /// <summary>The requirement's id, for example GDPR-28-3.</summary>
    [StringLength(40)]
    public string RequirementId { get; set; } = "";

    /// <summary>The requirement's title, as it was frozen.</summary>
    [StringLength(300)]
    public string Title { get; set; } = "";

    /// <summary>What is to be done: the auditor's recommendation.</summary>
    [StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string ToDo { get; set; } = "";

    /// <summary>The person who sees to it; null while nobody does.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>The last day on which it is in time, at the shop.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>The person who is to check its effect; null lets anybody who may do so, but the owner and whoever did it.</summary>
    public Guid? CheckerId { get; set; }

    /// <summary>The day by which its effect is to be checked.</summary>
    public DateOnly CheckDueOn { get; set; }

    /// <summary>How soon it is wanted.</summary>
    public RemediationPriority Priority { get; set; }

    /// <summary>How far it has come.</summary>
    public RemediationState State { get; set; }

    /// <summary>Files of the shop or the group that show that it was done.</summary>
    [References(typeof(Registers.EvidenceFile))]
    public List<Guid> EvidenceIds { get; set; } = [];

    /// <summary>Files that showed what was done before it was found without effect: they do not close it again.</summary>
    [References(typeof(Registers.EvidenceFile))]
    public List<Guid> EarlierEvidenceIds { get; set; } = [];

    /// <summary>The person who said that it is done; null before that, and again once it is found not effective.</summary>
    public Guid? DoneBy { get; set; }

    /// <summary>When they said so.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>What was done.</summary>
    [StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? DoneNote { get; set; }

    /// <summary>The person who checked its effect last; null while nobody did.</summary>
    public Guid? CheckedBy { get; set; }

    /// <summary>When they checked.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>What they found: how they saw the effect, or why there is none.</summary>
    [StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? CheckNote { get; set; }

    /// <summary>Why nothing has to be done any more; null unless it is withdrawn.</summary>
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? WithdrawnBecause { get; set; }

    /// <summary>The tasks of which <see cref="IsUnfinished"/> holds, for a query.</summary>
    public static Expression<Func<RemediationTask, bool>> Unfinished { get; } =
        task => task.State == RemediationState.Open || task.State == RemediationState.InProgress || task.State == RemediationState.Done;

    /// <summary>Whether something is still to be done or to be checked.</summary>
    public bool IsUnfinished => State is RemediationState.Open or RemediationState.InProgress or RemediationState.Done;

    /// <summary>Whether nobody at the shop has touched it, so that it can follow the auditor's second thoughts.</summary>
    public bool IsUntouched => this is { State: RemediationState.Open, OwnerId: null, CheckedAt: null };

    /// <summary>The day that matters next: of the work, then of the check; null once it is finished.</summary>
    public DateOnly? NextDay => State switch
    {
        RemediationState.Open or RemediationState.InProgress => DueOn,
        RemediationState.Done => CheckDueOn,
        _ => null,
    };

    /// <summary>Whether the work or the check is late on a day at the shop: the due day itself is in time.</summary>
    public bool IsOverdueOn(DateOnly today) => NextDay < today;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EvidenceIds.Count > MostEvidence)
            yield return new($"Attach at most {MostEvidence} files.", [nameof(EvidenceIds)]);
        if (CheckDueOn < DueOn)
            yield return new("The check cannot be due before the work.", [nameof(CheckDueOn)]);
        if (CheckerId is not null && (CheckerId == OwnerId || CheckerId == DoneBy))
            yield return new("Whoever checks must be somebody other than the owner and whoever did it.", [nameof(CheckerId)]);
    }
}
