namespace ComplianceHub.Domain.Audits;

/// <summary>The steps of a remediation task: there is no other way from one state to the next.</summary>
public sealed partial class RemediationTask
{
    /// <summary>The task of a finding, open and without an owner.</summary>
    /// <param name="item">The finding.</param>
    /// <param name="title">The requirement's title, as it was frozen.</param>
    /// <param name="today">Today at the shop.</param>
    /// <exception cref="DomainException">It is no finding.</exception>
    public static RemediationTask Of(AuditItem item, string title, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(item);
        var task = new RemediationTask { AuditId = item.AuditId, ItemId = item.Id, ShopId = item.ShopId, RequirementId = item.RequirementId, Title = title };
        task.TakeOver(item, today);
        return task;
    }

    /// <summary>Follows the auditor's finding: weight and days while the task is untouched, its words while nobody works on it.
    /// What was done before the auditor recorded the finding again does not close it.</summary>
    /// <param name="item">The finding.</param>
    /// <param name="today">Today at the shop.</param>
    /// <exception cref="DomainException">It is no finding.</exception>
    public void Follow(AuditItem item, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (State == RemediationState.Withdrawn)
            (WithdrawnBecause, OwnerId, CheckerId) = (null, null, null);
        if (State is RemediationState.Withdrawn or RemediationState.Done or RemediationState.Effective)
        {
            State = RemediationState.Open;
            (DoneBy, DoneAt, DoneNote, CheckedBy, CheckedAt, CheckNote) = (null, null, null, null, null, null);
            SetEvidenceAside();
        }
        if (IsUntouched)
            TakeOver(item, today);
        else if (State == RemediationState.Open)
            ToDo = item.Recommendation ?? "";
    }

    /// <summary>Plans who does it, who checks it, and until when.</summary>
    /// <exception cref="DomainException">The work is done already, or a rule is broken.</exception>
    public void Plan(RemediationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (State is not (RemediationState.Open or RemediationState.InProgress) && (OwnerId, DueOn, Priority) != (plan.OwnerId, plan.DueOn, plan.Priority))
            throw new DomainException("The work is done already; only its check can still be planned.");
        if (!IsUnfinished)
            throw new DomainException("This task is closed.");
        if (State == RemediationState.InProgress && plan.OwnerId is null)
            throw new DomainException("Somebody works on this task. Name another owner instead of none.");
        (OwnerId, DueOn, Priority, CheckerId, CheckDueOn) = (plan.OwnerId, plan.DueOn, plan.Priority, plan.CheckerId, plan.CheckDueOn);
        RecordValidation.Demand(this);
    }

    /// <summary>Begins the work.</summary>
    /// <exception cref="DomainException">It is not open, or nobody owns it.</exception>
    public void Start()
    {
        DemandState(RemediationState.Open, "Only an open task can be started.");
        if (OwnerId is null)
            throw new DomainException("Name an owner before the work starts.");
        State = RemediationState.InProgress;
    }

    /// <summary>Keeps the files that show what was done, while the work goes on.</summary>
    /// <exception cref="DomainException">The work is done or not begun.</exception>
    public void Attach(IEnumerable<Guid> evidence)
    {
        DemandState(RemediationState.InProgress, "Evidence is attached while the work goes on. Start the task first.");
        EvidenceIds = [.. evidence.Distinct()];
        if (EvidenceIds.Exists(EarlierEvidenceIds.Contains))
            throw new DomainException("One of these files was there when it was found without effect. Attach what shows what was done since.");
        RecordValidation.Demand(this);
    }

    /// <summary>Says that it is done.</summary>
    /// <param name="by">Who says so.</param>
    /// <param name="at">When.</param>
    /// <param name="note">What was done.</param>
    /// <exception cref="DomainException">Nobody works on it, there is no evidence, or the note is missing.</exception>
    public void Finish(Guid by, DateTimeOffset at, string? note)
    {
        DemandState(RemediationState.InProgress, "Only a task in progress can be finished.");
        if (EvidenceIds.Count == 0)
            throw new DomainException("Attach at least one file that shows what was done. A finding is not closed without evidence.");
        if (by == CheckerId)
            throw new DomainException("You are to check this task, so somebody else has to finish it.");
        (State, DoneBy, DoneAt, DoneNote) = (RemediationState.Done, by, at, Words(note, "Say what was done."));
        RecordValidation.Demand(this);
    }

    /// <summary>Closes it: it had effect.</summary>
    /// <param name="by">Who checked; neither the owner nor whoever did it.</param>
    /// <param name="at">When.</param>
    /// <param name="note">How they saw it.</param>
    /// <exception cref="DomainException">It is not done, or they may not check it.</exception>
    public void Confirm(Guid by, DateTimeOffset at, string? note)
    {
        DemandChecker(by);
        (State, CheckedBy, CheckedAt, CheckNote) = (RemediationState.Effective, by, at, Words(note, "Say how you saw that it had effect."));
        RecordValidation.Demand(this);
    }

    /// <summary>Opens it again: it had no effect. Its evidence is set aside, and closing it takes other.</summary>
    /// <param name="by">Who checked; neither the owner nor whoever did it.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why it had no effect.</param>
    /// <exception cref="DomainException">It is not done, or they may not check it, or no reason is given.</exception>
    public void Reopen(Guid by, DateTimeOffset at, string? reason)
    {
        DemandChecker(by);
        (State, CheckedBy, CheckedAt, CheckNote) = (RemediationState.Open, by, at, Words(reason, "Say why it had no effect."));
        (DoneBy, DoneAt) = (null, null);
        SetEvidenceAside();
        RecordValidation.Demand(this);
    }

    /// <summary>Ends it, because the auditor withdrew the finding.</summary>
    /// <param name="reason">Why nothing has to be done any more.</param>
    /// <param name="item">What the auditor decided meanwhile.</param>
    /// <exception cref="DomainException">It is closed already, the finding stands, or no reason is given.</exception>
    public void Withdraw(string? reason, AuditItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!IsUnfinished)
            throw new DomainException("This task is closed.");
        if (item.NeedsTask)
            throw new DomainException("The finding stands. Only when the auditor withdraws it can its task be withdrawn.");
        (State, WithdrawnBecause) = (RemediationState.Withdrawn, Words(reason, "Say why nothing has to be done any more."));
        RecordValidation.Demand(this);
    }

    /// <summary>Why a person may not check the effect, as a sentence; null when nothing speaks against them.</summary>
    public string? WhyNotChecked(Guid by) => this switch
    {
        _ when by == OwnerId => "Its owner cannot check whether it had effect. Somebody else has to.",
        _ when by == DoneBy => "Whoever did it cannot check whether it had effect. Somebody else has to.",
        { CheckerId: { } other } when other != by => "Somebody else is named to check it.",
        _ => null,
    };

    // The days that audit programmes of the field give: a month for a major finding, a quarter for a minor one.
    private void TakeOver(AuditItem item, DateOnly today)
    {
        (Priority, DueOn) = item.Decision switch
        {
            AuditDecision.Major => (RemediationPriority.High, today.AddDays(30)),
            AuditDecision.Minor => (RemediationPriority.Medium, today.AddDays(90)),
            AuditDecision.Observation => (RemediationPriority.Low, today.AddDays(180)),
            _ => throw new DomainException("Only a finding or an observation has a task."),
        };
        CheckDueOn = DueOn.AddDays(DaysToCheck);
        ToDo = item.Recommendation ?? "";
    }

    private void SetEvidenceAside() => (EarlierEvidenceIds, EvidenceIds) = ([.. EarlierEvidenceIds.Union(EvidenceIds)], []);

    private void DemandChecker(Guid by)
    {
        DemandState(RemediationState.Done, "Only what is done can be checked.");
        if (WhyNotChecked(by) is { } sentence)
            throw new DomainException(sentence);
    }

    private void DemandState(RemediationState wanted, string sentence)
    {
        if (State != wanted)
            throw new DomainException(sentence);
    }

    private static string Words(string? text, string missing) =>
        string.IsNullOrWhiteSpace(text) ? throw new DomainException(missing) : text.Trim();
}
