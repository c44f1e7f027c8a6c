using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>Look-ups over one snapshot, built once and when first asked for; the rules stay plain sentences.</summary>
internal sealed class ShopIndex(ShopSnapshot shop)
{
    private readonly Dictionary<string, Gate> _gates = [];
    private Dictionary<Guid, ProcessingActivity>? _activities;
    private Dictionary<Guid, Vendor>? _vendors;
    private Dictionary<Guid, DataElement>? _elements;
    private Dictionary<Guid, Agreement>? _agreements;
    private Dictionary<Guid, Disclosure>? _disclosures;
    private IReadOnlyList<ProcessingActivity>? _activeActivities;
    private IReadOnlyList<Disclosure>? _activeDisclosures;
    private IReadOnlyList<Disclosure>? _californianDisclosures;
    private IReadOnlyList<Vendor>? _processors;
    private IReadOnlyList<ThirdCountryFlow>? _thirdCountryFlows;
    private IReadOnlyList<string>? _establishments;
    private ILookup<Guid, Disclosure>? _disclosuresByActivity;
    private ILookup<Guid, Disclosure>? _disclosuresByVendor;
    private ILookup<(Guid, AgreementKind), Agreement>? _agreementsByVendor;
    private ILookup<Guid, RetentionRule>? _rulesByActivity;
    private ILookup<Guid, Transfer>? _transfersByDisclosure;
    private ILookup<Guid, ThirdCountryReach>? _flowsByDisclosure;

    public DateOnly? NextChange { get; private set; }

    public Dictionary<Guid, ProcessingActivity> Activities => _activities ??= shop.Activities.ToDictionary(record => record.Id);

    public Dictionary<Guid, Vendor> Vendors => _vendors ??= shop.Vendors.ToDictionary(record => record.Id);

    public Dictionary<Guid, DataElement> Elements => _elements ??= shop.Elements.ToDictionary(record => record.Id);

    public Dictionary<Guid, Agreement> Agreements => _agreements ??= shop.Agreements.ToDictionary(record => record.Id);

    public Dictionary<Guid, Disclosure> Disclosures => _disclosures ??= shop.Disclosures.ToDictionary(record => record.Id);

    public IReadOnlyList<ProcessingActivity> ActiveActivities =>
        _activeActivities ??= [.. shop.Activities.Where(activity => activity.Status == ActivityStatus.Active)];

    public IReadOnlyList<Disclosure> ActiveDisclosures =>
        _activeDisclosures ??= [.. shop.Disclosures.Where(disclosure => IsOfActiveActivity(disclosure) && shop.IsActive(disclosure))];

    public IReadOnlyList<Disclosure> CalifornianDisclosures =>
        _californianDisclosures ??= [.. ActiveDisclosures.Where(disclosure => ShopSnapshot.IsCalifornian(Activities[disclosure.ActivityId]))];

    public IReadOnlyList<Vendor> Processors => _processors ??=
    [
        .. shop.Vendors.Where(vendor => DisclosuresByVendor[vendor.Id].Any(disclosure =>
            disclosure.GdprRole == RecipientRole.Processor && shop.IsUnderGdpr(disclosure))),
    ];

    public IReadOnlyList<ThirdCountryFlow> ThirdCountryFlows => _thirdCountryFlows ??= ThirdCountryFlow.Of(shop);

    public IReadOnlyList<string> Establishments => _establishments ??=
    [
        .. shop.LegalEntity.Establishments.Concat(shop.LegalEntity.SeatCountry is { Length: > 0 } seat ? [seat] : []).Distinct(),
    ];

    public bool IsEstablishedInEea => Establishments.Any(Eea.Contains);

    public ILookup<Guid, Disclosure> DisclosuresByActivity =>
        _disclosuresByActivity ??= ActiveDisclosures.ToLookup(disclosure => disclosure.ActivityId);

    public ILookup<Guid, Disclosure> DisclosuresByVendor =>
        _disclosuresByVendor ??= ActiveDisclosures.ToLookup(disclosure => disclosure.VendorId);

    public ILookup<(Guid, AgreementKind), Agreement> AgreementsByVendor =>
        _agreementsByVendor ??= shop.Agreements.ToLookup(agreement => (agreement.VendorId, agreement.Kind));

    public ILookup<Guid, RetentionRule> RulesByActivity => _rulesByActivity ??=
        shop.RetentionRules.SelectMany(rule => rule.ActivityIds.Select(activity => (activity, rule))).ToLookup(pair => pair.activity, pair => pair.rule);

    public ILookup<Guid, Transfer> TransfersByDisclosure => _transfersByDisclosure ??=
        shop.Transfers.SelectMany(transfer => transfer.DisclosureIds.Select(disclosure => (disclosure, transfer))).ToLookup(pair => pair.disclosure, pair => pair.transfer);

    public ILookup<Guid, ThirdCountryReach> FlowsByDisclosure => _flowsByDisclosure ??=
        ActiveDisclosures.SelectMany(disclosure => ThirdCountryReach.Of(disclosure, shop)).ToLookup(flow => flow.Disclosure.Id);

    public bool IsOf(ShopSnapshot snapshot) => ReferenceEquals(shop, snapshot);

    public void Watch(DateOnly day)
    {
        if (NextChange is null || day < NextChange)
            NextChange = day;
    }

    public Gate Gate(string name, Func<ShopSnapshot, Gate> decide) =>
        _gates.TryGetValue(name, out var gate) ? gate : _gates[name] = decide(shop);

    private bool IsOfActiveActivity(Disclosure disclosure) =>
        Activities.TryGetValue(disclosure.ActivityId, out var activity) && activity.Status == ActivityStatus.Active;
}
