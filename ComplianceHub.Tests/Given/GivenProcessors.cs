using ComplianceHub.Compliance;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Tests.Given;

/// <summary>A shop in Germany with some processors in the Netherlands, each with its own activity and all agreements.</summary>
internal sealed class GivenProcessors
{
    private readonly List<Agreement> _agreements;
    private readonly ShopSnapshot _snapshot;

    public GivenProcessors(params string[] names)
    {
        Names = names;
        var vendors = names.Select(name => GivenRecords.Vendor(name, "NL", File)).ToList();
        var activities = names.Select(name => GivenRecords.Activity($"Service of {name}", PurposeKind.CustomerService, LawfulBasis.Contract, Email)).ToList();
        _agreements = [.. vendors.Select(vendor => GivenRecords.Agreement(vendor, AgreementKind.DataProcessingAgreement, File))];
        foreach (var (agreement, name) in _agreements.Zip(names))
            agreement.Title = $"DPA {name}";
        _snapshot = GivenShop.EmptyShop() with
        {
            Activities = activities,
            Elements = [Email],
            Vendors = vendors,
            Disclosures = [.. activities.Zip(vendors, (activity, vendor) => GivenRecords.Disclosure(activity, vendor, RecipientRole.Processor, CcpaRole.ServiceProvider, Email))],
            Evidence = [File],
        };
    }

    public IReadOnlyList<string> Names { get; }

    public EvidenceFile File { get; } = GivenRecords.File();

    public DataElement Email { get; } = GivenRecords.Element("E-mail address", PersonalInformationCategory.Identifiers);

    /// <summary>A new snapshot of the records as they are now.</summary>
    public ShopSnapshot Shop => _snapshot with { Agreements = [.. _agreements] };

    public Vendor Vendor(string name) => _snapshot.Vendors.Single(vendor => vendor.LegalName == name);

    public ProcessingActivity Activity(string name) => _snapshot.Activities.Single(activity => activity.Name == $"Service of {name}");

    public Disclosure Disclosure(string name) => _snapshot.Disclosures.Single(disclosure => disclosure.VendorId == Vendor(name).Id);

    public Agreement Agreement(string name) => _agreements.Single(agreement => agreement.VendorId == Vendor(name).Id);

    public void Remove(string name) => _agreements.Remove(Agreement(name));

    public void Find(string name, string code, ClauseFinding finding) => Agreement(name).Clauses.Single(clause => clause.Code == code).Finding = finding;
}
