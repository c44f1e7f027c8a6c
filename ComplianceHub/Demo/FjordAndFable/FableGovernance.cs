using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>People, consents, assessments, measures and statements of catalogue 12.</summary>
internal static class FableGovernance
{
    public static void AddTo(FableShop fable, FableActivities activities)
    {
        AddPeople(fable);
        AddConsentForms(fable, activities);
        AddAssessments(fable, activities);
        AddMeasures(fable);
        StaffRecord.AddTo(fable.Records, fable.Business, FableShop.Officer, new(2026, 6, 30));
        AddStatements(fable);
    }

    private static void AddPeople(FableShop fable)
    {
        var mandate = fable.Records.AddForGroup(fable.Records.File("appointment-data-protection-officer.txt", new(2024, 1, 8)), fable.Business);
        fable.Records.AddForGroup(
            new ResponsiblePerson
            {
                Role = ResponsibleRole.DataProtectionOfficer, Name = "Dr. Katrin Seidel", Contact = "dpo@fjord-and-fable.example", Country = "DE",
                AppointedOn = new(2024, 1, 8), MandateEvidenceId = mandate.Id, IsPublishedInNotice = true, NotifiedToAuthorityOn = new(2026, 2, 2),
                ConflictCheckedOn = new(2026, 2, 2),
            },
            fable.Business);
        Person(ResponsibleRole.UnitedKingdomRepresentative, "Carrick Data Representatives Ltd", "uk@carrick.example", "GB");
        Person(ResponsibleRole.PrivacyOwner, FableShop.Officer, "mara.lindqvist@fjord-and-fable.example", "DE");
        Person(ResponsibleRole.SecurityOwner, "Tomasz Zieliński", "tomasz.zielinski@fjord-and-fable.example", "DE");
        Person(ResponsibleRole.RequestHandler, "Nora Petersen", "requests@fjord-and-fable.example", "DE");
        Person(ResponsibleRole.RequestHandler, "Luca Ferri", "requests@fjord-and-fable.example", "DE");

        void Person(ResponsibleRole role, string name, string contact, string country) =>
            fable.Records.Add(new ResponsiblePerson { Role = role, Name = name, Contact = contact, Country = country, AppointedOn = new(2024, 3, 1) }, fable.Shop);
    }

    private static void AddConsentForms(FableShop fable, FableActivities activities)
    {
        Form("Newsletter sign-up, double opt-in", "Website", "2026-01", activities.Newsletter);
        Form("Cookie banner", "Website", "v12", activities.Retargeting, activities.Analytics, activities.Recommendations);

        void Form(string name, string channel, string wording, params ProcessingActivity[] uses) => fable.Records.Add(
            new ConsentForm
            {
                Name = name, Channel = channel, WordingVersion = wording, ActivityIds = [.. uses.Select(activity => activity.Id)], StartsUnticked = Answer.Yes,
                IsSeparate = Answer.Yes, WithdrawalUrl = "https://www.fjord-and-fable.example/privacy-choices", ClicksToGive = 1, ClicksToWithdraw = 1,
            },
            fable.Shop);
    }

    private static void AddAssessments(FableShop fable, FableActivities activities)
    {
        foreach (var activity in new[] { activities.Fraud, activities.Newsletter, activities.Recommendations, activities.Reviews })
            fable.Records.Add(Assessment(activity, fable.Records.Add(File(activity), fable.Shop)), fable.Shop);
        fable.Records.AddForGroup(Assessment(activities.Security, fable.Records.AddForGroup(File(activities.Security), fable.Business)), fable.Business);

        EvidenceFile File(ProcessingActivity activity) =>
            fable.Records.File($"legitimate-interests-{activity.Purposes[^1].Code}.txt", new(2026, 2, 10));

        Assessment Assessment(ProcessingActivity activity, EvidenceFile file) => new()
        {
            Kind = AssessmentKind.LegitimateInterests,
            Title = $"Legitimate interests, {activity.Name}",
            ActivityIds = [activity.Id],
            CompletedOn = new(2026, 2, 10),
            Outcome = AssessmentOutcome.Adequate,
            ApprovedBy = "Jonas Adler",
            Interest = "The interest named as purpose of the activity.",
            Necessity = "Milder means were looked at and do not reach the purpose.",
            Balancing = "The people concerned expect it and can object at any time.",
            Safeguards = "Short retention, access for few, objection with one click.",
            EvidenceId = file.Id,
        };
    }

    private static void AddMeasures(FableShop fable)
    {
        (string Code, string Name)[] measures =
        [
            ("T1", "TLS 1.2 or higher, HSTS"), ("T2", "Encryption at rest of database and backups"), ("T3", "Tokenised payment data, passwords with Argon2id"),
            ("T5", "Access by role, reviewed each quarter"), ("T6", "Second factor for all staff"), ("T9", "Access and administration log, 12 months"),
            ("T15", "Encrypted backups off site"), ("T16", "Restore test"),
        ];
        foreach (var (code, name) in measures)
            fable.Records.Add(new SecurityMeasure { Code = code, Name = name, Status = MeasureStatus.Verified, VerifiedOn = new(2026, 8, 19) }, fable.Shop);
    }

    private static void AddStatements(FableShop fable)
    {
        State("GDPR-24", new(2025, 10, 14), "data-protection-policy-2025.txt", "Management approved the policy and the responsibilities.");
        State("PCI-3-3-1", new(2026, 5, 20), "pci-saq-a-2026.txt", "Self-assessment questionnaire A.");
        State("CCPA-100-c", new(2026, 3, 12), "necessity-and-proportionality-2026.txt", "Assessed for every activity.");
        State("CCPA-7003", new(2026, 4, 15), "wcag-2-1-report-2026.txt", "Accessibility report for all notices.");

        void State(string requirement, DateOnly on, string fileName, string note)
        {
            var file = fable.Records.Add(fable.Records.File(fileName, on), fable.Shop);
            fable.Records.Add(
                new Attestation
                {
                    RequirementId = requirement, Answer = AttestationAnswer.Yes, StatedBy = FableShop.Officer, StatedOn = on, ValidUntil = on.AddYears(1), Note = note,
                    EvidenceIds = [file.Id],
                },
                fable.Shop);
        }
    }
}
