using ComplianceHub.Components.Controls;
using ComplianceHub.Domain;

namespace ComplianceHub.Features.Registers;

/// <summary>Says what a save has changed: "Agreement saved. GDPR-28-3 is Partial."</summary>
public static class SaveMessages
{
    /// <summary>What was done, with the requirements whose outcome differs between the shop's register before and after; just
    /// what was done for the group, whose shops are computed in the background.</summary>
    public static string Of<T>(string done, RegisterList<T> before, RegisterList<T> after)
        where T : RegisterRecord
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = before.Readiness.SelectMany(readiness => readiness.Results).ToDictionary(result => result.Requirement.Id, result => result.Verdict.Outcome);
        var changed = after.Readiness
            .SelectMany(readiness => readiness.Results)
            .Where(result => old.TryGetValue(result.Requirement.Id, out var outcome) && outcome != result.Verdict.Outcome)
            .Select(result => $"{result.Requirement.Id} is {result.Verdict.Outcome.Word()}.")
            .ToList();
        return changed.Count == 0 ? done : $"{done} {string.Join(" ", changed)}";
    }
}
