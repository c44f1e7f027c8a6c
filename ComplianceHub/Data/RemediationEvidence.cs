using System.Text.Json.Nodes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Who attached the evidence of a remediation task, which the task itself does not say: owners change while it is
/// worked on, and whoever keeps the registers may help. The log knows.</summary>
public static class RemediationEvidence
{
    /// <summary>Why a person may not check the effect, as a sentence; null when nothing speaks against them.</summary>
    public static async Task<string?> WhyNotCheckedAsync(HubDbContext db, RemediationTask task, Guid person, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(task);
        return task.WhyNotChecked(person) ?? (await IsAttachedByAsync(db, task.Id, person, ct)
            ? "Whoever attached evidence cannot check whether it had effect. Somebody else has to."
            : null);
    }

    // Whoever may see the task is asked about themselves alone, and need not see the log.
    private static async Task<bool> IsAttachedByAsync(HubDbContext db, Guid taskId, Guid person, CancellationToken ct)
    {
        var (id, actor) = (taskId.ToString("D"), Actor.User(person).Reference);
        var entries = await db.AuditLogEntries.IgnoreQueryFilters().AsNoTracking()
            .Where(entry => entry.EntityId == id && entry.Entity == nameof(RemediationTask) && entry.Actor == actor).Select(entry => entry.Id).ToListAsync(ct);
        var payloads = await db.AuditLogPayloads.IgnoreQueryFilters().AsNoTracking().Where(payload => entries.Contains(payload.EntryId)).ToListAsync(ct);
        // Setting all of it aside leaves none, and attaches none.
        return payloads.Exists(payload => payload.Changes.Any(change => change is { Field: nameof(RemediationTask.EvidenceIds), New: JsonArray { Count: > 0 } }));
    }
}
