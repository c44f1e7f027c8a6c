using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;
using static ComplianceHub.Domain.Registers.AgreementKind;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>The 34 agreements of catalogue 12.2. What is missing or absent is planted, and stands on fictional companies.</summary>
internal sealed class FableAgreements
{
    private static readonly DateOnly ReviewDay = new(2026, 9, 2);

    private readonly FableShop _fable;

    public FableAgreements(FableShop fable, FableThirdParties parties)
    {
        _fable = fable;
        Vendor[] processors =
        [
            parties.Shopify, parties.Stripe, parties.Klaviyo, parties.GoogleAnalytics, parties.Zendesk, parties.BpoSupport, parties.AmazonWebServices,
            parties.Cloudflare, parties.Trustpilot, parties.Riskified, parties.Nosto, parties.SizeFit, parties.PickPack, parties.Personio, parties.Datev,
        ];
        ProcessorAgreements = processors.ToDictionary(vendor => vendor, vendor => Add(vendor, DataProcessingAgreement, "Data processing agreement"));
        foreach (var vendor in processors.Where(vendor => vendor != parties.SizeFit && vendor != parties.Datev))
            Add(vendor, ServiceProviderContract, "California service-provider terms");
        Vendor[] thirdParties = [parties.Meta, parties.GoogleAds, parties.Criteo];
        foreach (var vendor in thirdParties)
            Add(vendor, ThirdPartyContract, "California third-party terms");
        MetaArrangement = Add(parties.Meta, JointControllerArrangement, "Joint-controller arrangement");
        Add(parties.Criteo, JointControllerArrangement, "Joint-controller arrangement");
        SizeFitClauses = Add(parties.SizeFit, StandardContractualClauses, "Standard contractual clauses");
        SizeFitClauses.SccModules = [SccModule.ControllerToProcessor];
        Plant(parties);
    }

    public IReadOnlyDictionary<Vendor, Agreement> ProcessorAgreements { get; }

    public Agreement MetaArrangement { get; }

    public Agreement SizeFitClauses { get; }

    private void Plant(FableThirdParties parties)
    {
        var pickPack = ProcessorAgreements[parties.PickPack];
        pickPack.EffectiveTo = new(2026, 12, 12);
        pickPack.ReviewedOn = new(2026, 11, 14);
        Find(pickPack, "D8", ClauseFinding.Absent);
        Find(ProcessorAgreements[parties.Nosto], "D7", ClauseFinding.NotReviewed);
    }

    private static void Find(Agreement agreement, string code, ClauseFinding finding)
    {
        var clause = agreement.Clauses.Single(clause => clause.Code == code);
        (clause.Finding, clause.Where) = (finding, null);
    }

    private Agreement Add(Vendor vendor, AgreementKind kind, string title)
    {
        var isGroup = vendor.ShopId is null;
        var file = _fable.Records.File($"{Slug(vendor)}-{title.ToLowerInvariant().Replace(' ', '-')}.txt", new(2025, 1, 15));
        var agreement = new Agreement
        {
            VendorId = vendor.Id,
            Kind = kind,
            Title = $"{title}, {vendor.DisplayName}",
            Signed = true,
            SignedOn = new(2023, 12, 14),
            EffectiveFrom = new(2024, 1, 1),
            EvidenceId = file.Id,
            Clauses = [.. ClauseSets.Of(kind).Where(clause => !clause.IsOptional && clause.Code != "S12").Select(Present)],
            SubProcessorAuthorisation = kind == DataProcessingAgreement ? SubProcessorAuthorisation.General : SubProcessorAuthorisation.None,
            SubProcessorNoticeDays = kind == DataProcessingAgreement ? 30 : null,
            BreachNoticeHours = kind == DataProcessingAgreement ? 24 : null,
            BusinessPurposes = kind == ServiceProviderContract ? [BusinessPurpose.PerformingServices] : [],
            VerificationRightsUsedOn = kind == ServiceProviderContract ? ReviewDay : null,
            ReviewedBy = FableShop.Officer,
            ReviewedOn = ReviewDay,
            Owner = FableShop.Officer,
        };
        if (isGroup)
        {
            _fable.Records.AddForGroup(file, _fable.Business);
            return _fable.Records.AddForGroup(agreement, _fable.Business);
        }

        _fable.Records.Add(file, _fable.Shop);
        return _fable.Records.Add(agreement, _fable.Shop);
    }

    private static ClauseReview Present(Clause clause, int index) =>
        new() { Code = clause.Code, Finding = ClauseFinding.Present, Where = $"§ {index + 2}" };

    private static string Slug(Vendor vendor) =>
        string.Concat(vendor.DisplayName.ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == ' ')).Trim().Replace(' ', '-');
}
