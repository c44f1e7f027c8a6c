using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Features.Audits.Fieldwork;

/// <summary>The copy of a decision that the auditor fills in, apart from what is stored.</summary>
internal static class AuditItemForm
{
    /// <summary>A copy that shares nothing with the item.</summary>
    public static AuditItem Of(AuditItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new()
        {
            Id = item.Id,
            Version = item.Version,
            AuditId = item.AuditId,
            ShopId = item.ShopId,
            RequirementId = item.RequirementId,
            Decision = item.Decision,
            Note = item.Note,
            RootCause = item.RootCause,
            Recommendation = item.Recommendation,
            RiskAcceptedUntil = item.RiskAcceptedUntil,
        };
    }

    /// <summary>Whether a form says what is stored.</summary>
    public static bool IsSame(AuditItem form, AuditItem stored) =>
        (form.Decision, Text(form.Note), Text(form.RootCause), Text(form.Recommendation), form.RiskAcceptedUntil)
        == (stored.Decision, Text(stored.Note), Text(stored.RootCause), Text(stored.Recommendation), stored.RiskAcceptedUntil);

    private static string Text(string? text) => text ?? "";
}
