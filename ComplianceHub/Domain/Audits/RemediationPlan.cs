namespace ComplianceHub.Domain.Audits;

/// <summary>What is planned about a remediation task, all of it at once.</summary>
/// <param name="OwnerId">Who does it; null for nobody yet.</param>
/// <param name="DueOn">The last day on which it is in time.</param>
/// <param name="Priority">How soon it is wanted.</param>
/// <param name="CheckerId">Who checks its effect; null lets anybody who may.</param>
/// <param name="CheckDueOn">The day by which it is checked.</param>
public sealed record RemediationPlan(Guid? OwnerId, DateOnly DueOn, RemediationPriority Priority, Guid? CheckerId, DateOnly CheckDueOn)
{
    /// <summary>The plan of a task as it stands.</summary>
    public static RemediationPlan Of(RemediationTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new(task.OwnerId, task.DueOn, task.Priority, task.CheckerId, task.CheckDueOn);
    }
}
