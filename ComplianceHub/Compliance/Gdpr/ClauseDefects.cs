using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>What the clause review of an agreement found: an absent point breaks the law, an unread one weakens the evidence.</summary>
internal static class ClauseDefects
{
    /// <summary>The points of a set that the agreement lacks or that nobody has looked for; optional points do not count.</summary>
    public static IEnumerable<Defect> Of(Agreement agreement, IEnumerable<Clause> set)
    {
        List<Clause> wanted = [.. set.Where(clause => !clause.IsOptional)];
        if (wanted.TrueForAll(clause => agreement.FindingOf(clause.Code) == ClauseFinding.NotReviewed))
            return [Unread("unread", $"None of the {wanted.Count} points {wanted[0].Code} to {wanted[^1].Code} has been reviewed.", agreement)];
        return wanted.SelectMany(clause => Of(agreement, clause));
    }

    private static IEnumerable<Defect> Of(Agreement agreement, Clause clause) => agreement.FindingOf(clause.Code) switch
    {
        ClauseFinding.Absent =>
        [
            new(FindingSeverity.Hard, $"absent-{clause.Code}", $"The point “{clause.Text}”, {clause.Citation}, is absent.")
            {
                Record = agreement.Ref(), Fix = "Agree on the missing point with the other party, then review the clause again.",
            },
        ],
        ClauseFinding.NotReviewed => [Unread($"unread-{clause.Code}", $"The point “{clause.Text}”, {clause.Citation}, is not reviewed.", agreement)],
        _ => [],
    };

    private static Defect Unread(string key, FormattableString sentence, Agreement agreement) =>
        new(FindingSeverity.Soft, key, sentence) { Record = agreement.Ref(), Fix = "Read the agreement and record whether it says this, and where." };
}
