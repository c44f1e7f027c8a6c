using ComplianceHub.Compliance;
using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Features.Audits.Fieldwork;

/// <summary>The words of fieldwork.</summary>
internal static class FieldworkWords
{
    /// <summary>What a list says of a decision.</summary>
    public static string Standing(AuditDecision decision) => decision switch
    {
        AuditDecision.Open => "To do",
        AuditDecision.Accepted => "Accepted",
        AuditDecision.Major => "Major finding",
        AuditDecision.Minor => "Minor finding",
        AuditDecision.Observation => "Observation",
        AuditDecision.Question => "Question open",
        _ => "Risk accepted",
    };

    /// <summary>What the choice of a decision says.</summary>
    public static string Choice(AuditDecision decision) => decision switch
    {
        AuditDecision.Accepted => "Accept",
        AuditDecision.RiskAccepted => "Accept risk",
        _ => decision.ToString(),
    };

    /// <summary>Which shops and companies an audit is of: "Fjord &amp; Fable (Fjord &amp; Fable GmbH)", or "3 shops".</summary>
    public static string Shops(IReadOnlyList<FrozenAuditShop> shops) => shops switch
    {
        [var one] => $"{one.Name} ({one.LegalEntity})",
        [var first, var second] => $"{first.Name} and {second.Name}",
        _ => $"{shops.Count} shops",
    };

    /// <summary>A file's size.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024):N0} KB" : $"{bytes / (1024m * 1024m):0.0} MB";
}
