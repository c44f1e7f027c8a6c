using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-27: a business without an establishment in the EEA has a representative where its customers are.</summary>
public sealed class RepresentativeIsAppointedInTheUnion() : AppointmentRequirement(
    "GDPR-27", "Art. 27 GDPR", "A representative in the Union is appointed", Severity.Critical)
{
    /// <inheritdoc />
    public override string Duty =>
        "A business that is not established in the EEA but sells to people there, or monitors them, designates in writing a representative in a Member State where those people are, and names it in the notice.";

    /// <inheritdoc />
    public override string Guidance => "Appoint a representative in a Member State where customers are. File the written mandate and name the representative in the notice.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Written mandate";

    /// <inheritdoc />
    protected override Gate DutyOf(ShopSnapshot shop)
    {
        var duty = RepresentativeDuty.Of(shop);
        // Somebody who is appointed can be looked at while the exemption is still open.
        return duty.Applies == Answer.Unknown && shop.Establishments.Count > 0 && Candidates(shop).Any()
            ? Gate.Yes("A representative is appointed.")
            : duty;
    }

    /// <inheritdoc />
    protected override IEnumerable<ResponsiblePerson> Candidates(ShopSnapshot shop) =>
        shop.People.Where(person => person.Role == ResponsibleRole.EuRepresentative && shop.Holds(person));

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(ResponsiblePerson candidate, ShopSnapshot shop)
    {
        var markets = MarketsOf(shop);
        if (string.IsNullOrEmpty(candidate.Country))
            yield return Soft("no-country", $"The representative's country is not recorded.");
        else if (!Eea.Contains(candidate.Country))
            yield return Hard("outside", $"The representative sits in {Country.NameOf(candidate.Country)}, outside the EEA (Art. 27(3)).");
        else if (markets.Count == 0)
            yield return Soft("no-markets", $"It is not recorded to which Member States the shop sells, so nobody knows whether {Country.NameOf(candidate.Country)} is one (Art. 27(3)).");
        else if (!markets.Contains(candidate.Country))
            yield return Hard("no-buyers", $"The representative sits in {Country.NameOf(candidate.Country)}, where the shop does not sell (Art. 27(3)).");
        if (candidate.MandateEvidenceId is null)
            yield return Soft("no-mandate", $"The written mandate is not on file.");
        if (!candidate.IsPublishedInNotice)
            yield return Soft("not-published", $"The notice does not name the representative (Art. 13(1)(a)).");
    }

    /// <inheritdoc />
    protected override Defect Absent(ShopSnapshot shop) => MarketsOf(shop) is { Count: > 0 } markets
        ? Hard("absent", $"No representative in the Union: no establishment in the EEA, and the shop sells to {string.Join(", ", markets.Select(Country.NameOf).Order(StringComparer.Ordinal))}.") with { Action = FixAction.AddPerson, Repair = "representative" }
        : Hard("absent", $"No representative in the Union, and no establishment in the EEA.") with { Action = FixAction.AddPerson, Repair = "representative" };

    /// <inheritdoc />
    protected override string Present(ResponsiblePerson candidate) => $"{candidate.Name} is the representative in the Union.";

    private static List<string> MarketsOf(ShopSnapshot shop) => [.. shop.Shop.Markets.Where(Eea.Contains).Distinct()];
}
