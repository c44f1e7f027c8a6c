using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-37: where one is required, a data protection officer is designated, published and notified; else it is written down why not.</summary>
public sealed class DataProtectionOfficerIsDesignated() : AppointmentRequirement(
    "GDPR-37", "Art. 37(1), (7) GDPR; § 38 BDSG", "A data protection officer is designated, published and notified", Severity.High)
{
    /// <inheritdoc />
    public override string Duty =>
        "A data protection officer is designated where core activities monitor people or use special data on a large scale, or national law asks for one, in Germany from 20 people who constantly process personal data. The contact is published and told to the authority.";

    /// <inheritdoc />
    public override string Guidance => "Designate a data protection officer, publish the contact and notify the authority. Where none is required, write down why.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Designation, notification to the authority; or a note why none is required";

    /// <inheritdoc />
    protected override Gate DutyOf(ShopSnapshot shop)
    {
        var duty = DataProtectionOfficerDuty.Of(shop);
        if (duty.Applies != Answer.No)
            return duty;
        // Whoever designates one without need is held to Art. 37(7) all the same.
        var note = shop.Shop.Profile.NoDataProtectionOfficerNote;
        return Candidates(shop).Any() || string.IsNullOrWhiteSpace(note) ? Gate.Yes(duty.Fact) : Gate.No($"{duty.Fact} Note on file: {note.Trim()}");
    }

    /// <inheritdoc />
    protected override Verdict Evaluate(ShopSnapshot shop)
    {
        var verdict = base.Evaluate(shop);
        var duty = DataProtectionOfficerDuty.Of(shop);
        return verdict with { Summary = $"{verdict.Summary} {duty.Fact}" };
    }

    /// <inheritdoc />
    protected override IEnumerable<ResponsiblePerson> Candidates(ShopSnapshot shop) => DataProtectionOfficerDuty.Officers(shop);

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(ResponsiblePerson candidate, ShopSnapshot shop)
    {
        if (string.IsNullOrWhiteSpace(candidate.Contact))
            yield return Hard("no-contact", $"No contact of the data protection officer is recorded.");
        if (!candidate.IsPublishedInNotice)
            yield return Soft("not-published", $"The contact of the data protection officer is not published (Art. 37(7)).");
        if (candidate.NotifiedToAuthorityOn is not { } notified || !shop.Reached(notified))
            yield return Soft("not-notified", $"The data protection officer is not notified to the authority (Art. 37(7)).");
    }

    /// <inheritdoc />
    protected override Defect Absent(ShopSnapshot shop) => DataProtectionOfficerDuty.Of(shop).Applies == Answer.Yes
        ? Hard("absent", $"No data protection officer is designated.") with { Action = FixAction.AddPerson, Repair = "officer" }
        // No statute orders the note; without it the decision cannot be shown (Art. 5(2), 24).
        : Soft("no-note", $"It is not written down why no data protection officer is required.") with { Action = FixAction.EditProfile };

    /// <inheritdoc />
    protected override string Present(ResponsiblePerson candidate) => $"{candidate.Name} is the data protection officer.";
}
