using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Tests.Given;

/// <summary>A shop in Germany with a processor in Switzerland, covered by adequacy, and one abroad whose transfer a test shapes.</summary>
internal sealed class GivenTransfers
{
    private readonly Vendor _swiss = GivenRecords.Vendor("Alpen AG", "CH");
    private readonly Disclosure _toSwiss;
    private readonly Transfer _toSwitzerland;

    public GivenTransfers(string country, TransferMechanism mechanism)
    {
        File = GivenRecords.File();
        Email = GivenRecords.Element("E-mail address", PersonalInformationCategory.Identifiers);
        Orders = GivenRecords.Activity("Orders", PurposeKind.OrderFulfilment, LawfulBasis.Contract, Email);
        Importer = GivenRecords.Vendor("Importer Ltd", country, File);
        Disclosure = Processor(Importer);
        Transfer = GivenRecords.Transfer("Importer Ltd", country, mechanism, Disclosure);
        _toSwiss = Processor(_swiss);
        _toSwitzerland = GivenRecords.Transfer("Alpen AG", "CH", TransferMechanism.Adequacy, _toSwiss);
        Agreement = GivenRecords.Agreement(Importer, AgreementKind.StandardContractualClauses, File);
        Agreement.Title = "Clauses";
        Agreement.SccModules = [SccModule.ControllerToProcessor];
        Assessment = GivenRecords.Assessment(AssessmentKind.TransferImpact, File);
        Assessment.Title = "Transfer assessment";
        Assessment.TransferIds = [Transfer.Id];
        if (mechanism == TransferMechanism.StandardContractualClauses)
        {
            Transfer.AgreementId = Agreement.Id;
            Transfer.SccModule = SccModule.ControllerToProcessor;
            Transfer.AnnexesFiled = [1, 2];
        }
        else if (mechanism == TransferMechanism.DataPrivacyFramework)
        {
            Importer.DataPrivacyFramework = new() { Certified = Answer.Yes, EntityName = "Importer Ltd", VerifiedOn = GivenShop.Recently };
            Transfer.FallbackAgreementId = Agreement.Id;
        }
    }

    public EvidenceFile File { get; }

    public DataElement Email { get; }

    public ProcessingActivity Orders { get; }

    public Vendor Importer { get; }

    public Disclosure Disclosure { get; }

    public Transfer Transfer { get; }

    /// <summary>Standard clauses with the importer, module 2, in force.</summary>
    public Agreement Agreement { get; }

    /// <summary>A transfer impact assessment of the transfer.</summary>
    public Assessment Assessment { get; }

    /// <summary>A new snapshot of the records as they are now.</summary>
    public ShopSnapshot Shop => On(GivenShop.Today);

    public ShopSnapshot On(DateOnly day) => GivenShop.EmptyShop() with
    {
        AsOf = day,
        Activities = [Orders],
        Elements = [Email],
        Vendors = [Importer, _swiss],
        Disclosures = [Disclosure, _toSwiss],
        Transfers = [Transfer, _toSwitzerland],
        Agreements = [Agreement],
        Assessments = [Assessment],
        Evidence = [File],
    };

    private Disclosure Processor(Vendor vendor) => GivenRecords.Disclosure(Orders, vendor, RecipientRole.Processor, CcpaRole.ServiceProvider, Email);
}
