using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Tests.Given;

/// <summary>Records with nothing wrong in them; a test breaks one thing.</summary>
internal static class GivenRecords
{
    public static EvidenceFile File(string name = "signed.pdf") => new()
    {
        FileName = name, ContentType = "application/pdf", Size = 1_000, Sha256 = new string('a', 64), UploadedOn = GivenShop.Recently,
    };

    public static DataElement Element(string name, params PersonalInformationCategory[] categories) => new()
    {
        Name = name, Categories = [.. categories], NecessityNote = "Needed for the purpose.", CollectedBy = [CollectionMethod.Form],
    };

    public static ProcessingActivity Activity(string name, PurposeKind kind, LawfulBasis basis, params DataElement[] elements) => new()
    {
        Name = name,
        OurRole = ControllerRole.Controller,
        Status = ActivityStatus.Active,
        Purposes = [new() { Code = "main", Kind = kind, Text = $"{name}, as the customer asked for it." }],
        Bases = [new() { PurposeCode = "main", Basis = basis }],
        Subjects = [DataSubjectCategory.Customers],
        SubjectJurisdictions = [Jurisdiction.Eea, Jurisdiction.California],
        ElementIds = [.. elements.Select(element => element.Id)],
        Sources = [DataSource.Subject],
        MeasuresText = "Access by role, encrypted at rest and in transit.",
        InitiatedOn = new DateOnly(2023, 5, 1),
        LastMaterialChangeOn = new DateOnly(2025, 12, 1),
        Occasional = Answer.No,
        LargeScale = Answer.No,
        SystematicMonitoring = Answer.No,
        CoreActivity = Answer.No,
        RiskToPeople = Answer.Yes,
        ChildrenData = Answer.No,
        Profiling = Answer.No,
        ScreenedOn = new DateOnly(2023, 4, 1),
        ExpectationNote = "A customer expects this when placing an order.",
        Owner = "Mara Lindqvist",
        ReviewedOn = GivenShop.Recently,
    };

    public static Vendor Vendor(string name, string country = "DE", EvidenceFile? guarantee = null) => new()
    {
        LegalName = name,
        Country = country,
        UsesSubProcessors = Answer.No,
        SubProcessorsCheckedOn = GivenShop.Recently,
        DueDiligence = new() { On = GivenShop.Recently, Outcome = DueDiligenceOutcome.Acceptable, EvidenceIds = guarantee is null ? [] : [guarantee.Id] },
        Owner = "Mara Lindqvist",
        ReviewedOn = GivenShop.Recently,
    };

    public static Agreement Agreement(Vendor vendor, AgreementKind kind, EvidenceFile file) => new()
    {
        VendorId = vendor.Id,
        Kind = kind,
        Title = $"{kind} with {vendor.LegalName}",
        Signed = true,
        SignedOn = new DateOnly(2025, 12, 14),
        EffectiveFrom = new DateOnly(2026, 1, 1),
        EvidenceId = file.Id,
        Clauses = [.. ClauseSets.Of(kind).Select(clause => new ClauseReview { Code = clause.Code, Finding = ClauseFinding.Present })],
        SubProcessorAuthorisation = SubProcessorAuthorisation.General,
        SubProcessorNoticeDays = 30,
        BreachNoticeHours = 24,
        BusinessPurposes = [BusinessPurpose.PerformingServices],
        VerificationRightsUsedOn = GivenShop.Recently,
        ReviewedBy = "Mara Lindqvist",
        Owner = "Mara Lindqvist",
        ReviewedOn = GivenShop.Recently,
    };

    public static Disclosure Disclosure(ProcessingActivity activity, Vendor vendor, RecipientRole role, CcpaRole ccpaRole, params DataElement[] elements) => new()
    {
        ActivityId = activity.Id,
        VendorId = vendor.Id,
        Description = $"{activity.Name} to {vendor.LegalName}",
        ElementIds = [.. elements.Select(element => element.Id)],
        GdprRole = role,
        CcpaRole = ccpaRole,
        IsSale = Answer.No,
        IsCrossContextAdvertising = Answer.No,
        BusinessPurposes = [BusinessPurpose.PerformingServices],
        Since = new DateOnly(2024, 1, 1),
    };

    public static Transfer Transfer(string importer, string country, TransferMechanism mechanism, params Disclosure[] disclosures) => new()
    {
        Importer = importer, ImporterCountry = country, Mechanism = mechanism, DisclosureIds = [.. disclosures.Select(disclosure => disclosure.Id)],
        WithinAdequacyScope = Answer.Yes,
    };

    public static RetentionRule Retention(string name, params ProcessingActivity[] activities) => new()
    {
        Name = name,
        ActivityIds = [.. activities.Select(activity => activity.Id)],
        Period = new() { Amount = 3, Unit = PeriodUnit.Years },
        Trigger = "End of the calendar year of the order",
        LegalSource = "Internal policy",
        Justification = "Limitation period of claims",
        Disposal = Disposal.Erase,
        IsAutomated = true,
        LastRunOn = new DateOnly(2026, 11, 20),
        LastRunSucceeded = Answer.Yes,
        Owner = "Mara Lindqvist",
        ReviewedOn = GivenShop.Recently,
    };

    public static Notice Notice(NoticeKind kind, params ProcessingActivity[] activities) => new()
    {
        Kind = kind,
        Title = kind.ToString(),
        Url = $"https://given.example/{kind}",
        PublishedOn = new DateOnly(2026, 1, 9),
        ReviewedOn = GivenShop.Recently,
        Languages = ["de", "en"],
        Flags = [.. NoticeFlags.Of(kind).Select(flag => new ClauseReview { Code = flag.Code, Finding = ClauseFinding.Present })],
        ActivityIds = [.. activities.Select(activity => activity.Id)],
    };

    public static Assessment Assessment(AssessmentKind kind, EvidenceFile file, params ProcessingActivity[] activities) => new()
    {
        Kind = kind,
        Title = kind.ToString(),
        ActivityIds = [.. activities.Select(activity => activity.Id)],
        CompletedOn = GivenShop.Recently,
        Outcome = AssessmentOutcome.Adequate,
        ApprovedBy = "Jonas Adler",
        Interest = "Keeping the shop safe",
        Necessity = "No milder means",
        Balancing = "People expect it",
        Safeguards = "Short retention",
        EvidenceId = file.Id,
    };

    public static Attestation Attestation(string requirement, EvidenceFile file) => new()
    {
        RequirementId = requirement,
        Answer = AttestationAnswer.Yes,
        StatedBy = "Mara Lindqvist",
        StatedOn = GivenShop.Recently,
        ValidUntil = GivenShop.Recently.AddYears(1),
        EvidenceIds = [file.Id],
    };
}
