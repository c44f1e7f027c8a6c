using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>The sets that several rules read, named as the catalogue names them (1.2, 1.3).</summary>
public sealed partial record ShopSnapshot
{
    private ShopIndex? _index;

    /// <summary>Active activities ("act" in the catalogue).</summary>
    public IReadOnlyList<ProcessingActivity> ActiveActivities => Index.ActiveActivities;

    /// <summary>Disclosures of active activities that go on.</summary>
    public IReadOnlyList<Disclosure> ActiveDisclosures => Index.ActiveDisclosures;

    /// <summary>Vendors that act as processor in an active disclosure under the GDPR (population P of GDPR-28-3).</summary>
    public IReadOnlyList<Vendor> Processors => Index.Processors;

    /// <summary>Flows of data under the GDPR to importers in third countries (population of GDPR-44), by name.</summary>
    public IReadOnlyList<ThirdCountryFlow> ThirdCountryFlows => Index.ThirdCountryFlows;

    /// <summary>Active disclosures of activities about Californians, "ca(a)".</summary>
    public IReadOnlyList<Disclosure> CalifornianDisclosures => Index.CalifornianDisclosures;

    // A copy made by "with" has other lists: its index is built anew.
    internal ShopIndex Index => _index?.IsOf(this) == true ? _index : _index = new ShopIndex(this);

    /// <summary>The activity with this id; null when it does not apply to the shop.</summary>
    public ProcessingActivity? Activity(Guid id) => Index.Activities.GetValueOrDefault(id);

    /// <summary>The vendor with this id; null when it does not apply to the shop.</summary>
    public Vendor? Vendor(Guid id) => Index.Vendors.GetValueOrDefault(id);

    /// <summary>The datum with this id; null when it does not apply to the shop.</summary>
    public DataElement? Element(Guid id) => Index.Elements.GetValueOrDefault(id);

    /// <summary>The agreement with this id; null when it does not apply to the shop.</summary>
    public Agreement? Agreement(Guid? id) => id is { } known ? Index.Agreements.GetValueOrDefault(known) : null;

    /// <summary>The disclosure with this id; null when it does not apply to the shop.</summary>
    public Disclosure? Disclosure(Guid id) => Index.Disclosures.GetValueOrDefault(id);

    /// <summary>The data of an activity.</summary>
    public IEnumerable<DataElement> ElementsOf(ProcessingActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.ElementIds.Select(Element).OfType<DataElement>();
    }

    /// <summary>The active disclosures of an activity.</summary>
    public IEnumerable<Disclosure> DisclosuresOf(ProcessingActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Index.DisclosuresByActivity[activity.Id];
    }

    /// <summary>The active disclosures to a vendor.</summary>
    public IEnumerable<Disclosure> DisclosuresTo(Vendor vendor)
    {
        ArgumentNullException.ThrowIfNull(vendor);
        return Index.DisclosuresByVendor[vendor.Id];
    }

    /// <summary>The agreements of a kind with a vendor, in force or not.</summary>
    public IEnumerable<Agreement> AgreementsWith(Vendor vendor, AgreementKind kind)
    {
        ArgumentNullException.ThrowIfNull(vendor);
        return Index.AgreementsByVendor[(vendor.Id, kind)];
    }

    /// <summary>The agreement of a kind that binds a vendor, the latest if there are several; null when none is in force.</summary>
    public Agreement? InForce(Vendor vendor, AgreementKind kind) =>
        AgreementsWith(vendor, kind).Where(IsInForce).MaxBy(agreement => (agreement.EffectiveFrom, agreement.Id));

    /// <summary>The retention rules that name an activity.</summary>
    public IEnumerable<RetentionRule> RetentionRulesOf(ProcessingActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Index.RulesByActivity[activity.Id];
    }

    /// <summary>The transfers that serve a disclosure.</summary>
    public IEnumerable<Transfer> TransfersOf(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return Index.TransfersByDisclosure[disclosure.Id];
    }

    /// <summary>The countries outside the EEA that a disclosure under the GDPR reaches, each with its transfers.</summary>
    public IEnumerable<ThirdCountryReach> ThirdCountryFlowsOf(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return Index.FlowsByDisclosure[disclosure.Id];
    }

    /// <summary>
    /// Whether the GDPR governs an activity, "gdpr(a)": all activities of a shop established in the EEA (Art. 3(1),
    /// recital 14), else those about people in the EEA (Art. 3(2)).
    /// </summary>
    public bool IsUnderGdpr(ProcessingActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Index.IsEstablishedInEea || activity.SubjectJurisdictions.Contains(Jurisdiction.Eea);
    }

    /// <summary>Whether the GDPR governs the activity that discloses.</summary>
    public bool IsUnderGdpr(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return Activity(disclosure.ActivityId) is { } activity && IsUnderGdpr(activity);
    }

    /// <summary>Whether an activity is about Californians, "ca(a)".</summary>
    public static bool IsCalifornian(ProcessingActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.SubjectJurisdictions.Contains(Jurisdiction.California);
    }

    /// <summary>The countries in which the business is established; the seat counts as one.</summary>
    public IReadOnlyList<string> Establishments => Index.Establishments;
}
