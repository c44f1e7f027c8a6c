using Bunit;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Features.Audits;
using ComplianceHub.Reports.Audits;

namespace ComplianceHub.Tests.Features.Audits;

/// <summary>What the manager reads about the audit before.</summary>
public sealed class SignOffChangesTests : BunitContext
{
    [Fact]
    public void A_damaged_audit_is_not_told_as_one_without_a_change()
    {
        var shown = Shown(new("Audit of then", new(2026, 3, 24), new Dictionary<Guid, IReadOnlyList<FrozenReadiness>>()) { IsAltered = true });
        Assert.Contains("What changed since 24 Mar 2026", shown, StringComparison.Ordinal);
        Assert.Contains("Nothing can be compared: what was signed then is missing or altered. Verify the audit log with its files", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Every verdict is the same", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("unchanged", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_audit_has_nothing_before_it() =>
        Assert.Contains("No earlier signed audit covers these shops", Shown(null), StringComparison.Ordinal);

    // Of the audit itself nothing is read here.
    private string Shown(EarlierAudit? earlier) =>
        Render<SignOffChanges>(changes => changes.Add(part => part.Review, new SignOffView(null!, [], earlier, [], ""))).Markup;
}
