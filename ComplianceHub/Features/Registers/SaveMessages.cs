using ComplianceHub.Compliance;
using ComplianceHub.Components.Controls;
using ComplianceHub.Data;
using ComplianceHub.Domain;

namespace ComplianceHub.Features.Registers;

/// <summary>Says what a save has changed: "Agreement saved. GDPR-28-3 is Partial."</summary>
public sealed class SaveMessages(ShopSnapshots snapshots)
{
    /// <summary>The message with the requirements whose outcome changed; just the message for the group's records.</summary>
    public async Task<string> AfterAsync<T>(string done, RegisterList<T> before, CancellationToken ct)
        where T : RegisterRecord
    {
        ArgumentNullException.ThrowIfNull(before);
        if (before.Owner.ShopId is not { } shopId || await snapshots.LoadAsync(shopId, ct: ct) is not { } shop)
            return done;
        var old = before.Readiness.SelectMany(readiness => readiness.Results).ToDictionary(result => result.Requirement.Id, result => result.Verdict.Outcome);
        var changed = Regulations.All
            .SelectMany(regulation => regulation.Requirements)
            .Select(requirement => (requirement.Id, requirement.Assess(shop).Outcome))
            .Where(now => old.TryGetValue(now.Id, out var outcome) && outcome != now.Outcome)
            .Select(now => $"{now.Id} is {now.Outcome.Word()}.")
            .ToList();
        return changed.Count == 0 ? done : $"{done} {string.Join(" ", changed)}";
    }
}
