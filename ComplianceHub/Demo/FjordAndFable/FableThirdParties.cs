using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>The 23 third parties of catalogue 12.2; Google counts once for each service.</summary>
internal sealed class FableThirdParties
{
    private static readonly DateOnly DueDiligenceDay = new(2026, 6, 11);
    private static readonly DateOnly ReviewDay = new(2026, 9, 2);

    private readonly FableShop _fable;

    public FableThirdParties(FableShop fable)
    {
        _fable = fable;
        Shopify = Group(Processor("Shopify International Ltd", "IE", processing: ["CA", "US"], framework: Certified("Shopify (USA) Inc.", new(2026, 6, 11))));
        Stripe = Group(Processor("Stripe Payments Europe Ltd", "IE", processing: ["US"], framework: Certified("Stripe, Inc.", new(2026, 6, 11))));
        AmazonWebServices = Group(Processor("Amazon Web Services EMEA SARL", "LU", access: ["US"], framework: Certified("Amazon Web Services, Inc.", new(2026, 6, 11))));
        Cloudflare = Group(Processor("Cloudflare, Inc.", "US", framework: Certified("Cloudflare, Inc.", new(2026, 5, 6))));
        Personio = Group(Processor("Personio SE & Co. KG", "DE"));
        Datev = Group(Processor("DATEV eG", "DE"));
        DhlPaket = Group(Controller("DHL Paket GmbH", "DE"));
        PayPal = Group(Controller("PayPal (Europe) S.à r.l. et Cie, S.C.A.", "LU"));
        Klarna = Group(Controller("Klarna Bank AB", "SE"));
        Klaviyo = Own(Processor("Klaviyo, Inc.", "US", framework: Certified("Klaviyo, Inc.", new(2026, 3, 18))));
        GoogleAnalytics = Own(Processor("Google Ireland Ltd", "IE", "Analytics", processing: ["US"], framework: Certified("Google LLC", new(2026, 4, 22))));
        GoogleAds = Own(Controller("Google Ireland Ltd", "IE", "Ads", processing: ["US"], framework: Certified("Google LLC", new(2026, 4, 22))));
        Meta = Own(Controller("Meta Platforms Ireland Ltd", "IE", processing: ["US"], framework: Certified("Meta Platforms, Inc.", new(2026, 4, 22))));
        Criteo = Own(Controller("Criteo SA", "FR"));
        Zendesk = Own(Processor("Zendesk, Inc.", "US", framework: Certified("Zendesk, Inc.", new(2026, 1, 14))));
        BpoSupport = Own(Unchecked("BPO Support Pvt Ltd", "IN", Answer.Unknown, new(2026, 3, 4)));
        Ups = Own(Controller("UPS", "US"));
        Trustpilot = Own(Processor("Trustpilot A/S", "DK"));
        Riskified = Own(Processor("Riskified Ltd", "IL", dueDiligenceUntil: new(2026, 12, 18)));
        Nosto = Own(Processor("Nosto Solutions Oy", "FI"));
        Hotjar = Own(Unchecked("Hotjar Ltd", "MT", Answer.Unknown, ReviewDay));
        PickPack = Own(Unchecked("PickPack 3PL GmbH", "DE", Answer.Yes, new(2026, 11, 14)));
        SizeFit = Own(Unchecked("SizeFit AI, Inc.", "US", Answer.Yes, ReviewDay));
    }

    public Vendor Shopify { get; }
    public Vendor Stripe { get; }
    public Vendor AmazonWebServices { get; }
    public Vendor Cloudflare { get; }
    public Vendor Personio { get; }
    public Vendor Datev { get; }
    public Vendor DhlPaket { get; }
    public Vendor PayPal { get; }
    public Vendor Klarna { get; }
    public Vendor Klaviyo { get; }
    public Vendor GoogleAnalytics { get; }
    public Vendor GoogleAds { get; }
    public Vendor Meta { get; }
    public Vendor Criteo { get; }
    public Vendor Zendesk { get; }
    public Vendor BpoSupport { get; }
    public Vendor Ups { get; }
    public Vendor Trustpilot { get; }
    public Vendor Riskified { get; }
    public Vendor Nosto { get; }
    public Vendor Hotjar { get; }
    public Vendor PickPack { get; }
    public Vendor SizeFit { get; }

    private static DataPrivacyFramework Certified(string entity, DateOnly verifiedOn) =>
        new() { Certified = Answer.Yes, CoversHumanResources = Answer.Unknown, EntityName = entity, VerifiedOn = verifiedOn };

    private static Vendor Controller(string name, string country, string? service = null, List<string>? processing = null, DataPrivacyFramework? framework = null) => new()
    {
        LegalName = name,
        Service = service,
        Country = country,
        ProcessingCountries = processing ?? [],
        DataPrivacyFramework = framework ?? new(),
        Owner = FableShop.Officer,
        ReviewedOn = ReviewDay,
    };

    private Vendor Processor(
        string name, string country, string? service = null, List<string>? processing = null, List<string>? access = null,
        DataPrivacyFramework? framework = null, DateOnly? dueDiligenceUntil = null)
    {
        var vendor = WithSubProcessors(Controller(name, country, service, processing, framework), Answer.Yes);
        var report = _fable.Records.AddForGroup(_fable.Records.File($"{Slug(vendor)}-security-report-2026.txt", DueDiligenceDay), _fable.Business);
        vendor.AccessCountries = access ?? [];
        vendor.DueDiligence = new() { On = DueDiligenceDay, ValidUntil = dueDiligenceUntil, Outcome = DueDiligenceOutcome.Acceptable, EvidenceIds = [report.Id] };
        return vendor;
    }

    // No due diligence on file, and for some no list of sub-processors: planted, on fictional companies or as "not filed".
    private static Vendor Unchecked(string name, string country, Answer usesSubProcessors, DateOnly reviewedOn)
    {
        var vendor = WithSubProcessors(Controller(name, country), usesSubProcessors);
        vendor.ReviewedOn = reviewedOn;
        return vendor;
    }

    private static Vendor WithSubProcessors(Vendor vendor, Answer uses)
    {
        vendor.UsesSubProcessors = uses;
        if (uses == Answer.Yes)
        {
            vendor.SubProcessors = [new() { Name = "Group companies and hosting in the EEA, as on the published list", Country = "IE", Purpose = "Hosting and support" }];
            vendor.SubProcessorsCheckedOn = ReviewDay;
        }

        return vendor;
    }

    private static string Slug(Vendor vendor) => vendor.DisplayName.Split(' ', ',')[0].ToLowerInvariant() + (vendor.Service is { } service ? "-" + service.ToLowerInvariant() : "");

    private Vendor Group(Vendor vendor) => _fable.Records.AddForGroup(vendor, _fable.Business);

    private Vendor Own(Vendor vendor) => _fable.Records.Add(vendor, _fable.Shop);
}
