using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using static ComplianceHub.Tests.Given.GivenRecords;

namespace ComplianceHub.Tests.Given;

internal static partial class GivenShop
{
    /// <summary>
    /// The parts of the compliant shop: orders with a processor in the United States under the Data Privacy Framework,
    /// and retargeting with a joint controller in the EEA that is a third party under the CCPA.
    /// </summary>
    private sealed class Parts
    {
        public LegalEntity Business { get; } = Business();
        public Shop Shop { get; }
        public EvidenceFile File { get; } = File();
        public DataElement Email { get; } = Element("E-mail address", PersonalInformationCategory.Identifiers);
        public DataElement Clicks { get; } = Element("Clicks", PersonalInformationCategory.InternetActivity);
        public IReadOnlyList<ProcessingActivity> Activities { get; }
        public Vendor Processor { get; }
        public Vendor JointController { get; }
        public IReadOnlyList<Agreement> Agreements { get; }
        public IReadOnlyList<Disclosure> Disclosures { get; }
        public IReadOnlyList<Transfer> Transfers { get; }
        public RetentionRule Retention { get; }
        public IReadOnlyList<Notice> Notices { get; }
        public ResponsiblePerson Officer { get; }
        public ConsentForm Consent { get; }
        public IReadOnlyList<Assessment> Assessments { get; }
        public SecurityMeasure Measure { get; }
        public IReadOnlyList<Attestation> Attestations { get; }

        public Parts()
        {
            Shop = Storefront();
            Shop.LegalEntityId = Business.Id;
            var orders = Activity("Orders", PurposeKind.OrderFulfilment, LawfulBasis.Contract, Email);
            var retargeting = Activity("Retargeting", PurposeKind.Retargeting, LawfulBasis.Consent, Clicks);
            retargeting.Sources = [DataSource.Observed];
            var security = Activity("Security logs", PurposeKind.Security, LawfulBasis.LegitimateInterests, Clicks);
            security.Sources = [DataSource.Observed];
            var books = Activity("Accounting", PurposeKind.Accounting, LawfulBasis.LegalObligation, Email);
            books.Bases[0].LegalReference = "§ 147 AO";
            books.Bases[0].LegalReferenceJurisdiction = "DE";
            books.Bases[0].BindsController = Answer.Yes;
            ProcessingActivity[] more = [.. Enumerable.Range(1, 4).Select(number => Activity($"Service {number}", PurposeKind.CustomerService, LawfulBasis.Contract, Email))];
            Activities = [orders, retargeting, security, books, .. more];
            foreach (var alone in new[] { security, books }.Concat(more))
                alone.StatesNoRecipients = true;

            Processor = Vendor("Stripe, Inc.", "US", File);
            Processor.DataPrivacyFramework = new() { Certified = Answer.Yes, EntityName = "Stripe, Inc.", VerifiedOn = Recently, CoversHumanResources = Answer.No };
            JointController = Vendor("Criteo SA", "FR", File);
            var toProcessor = Disclosure(orders, Processor, RecipientRole.Processor, CcpaRole.ServiceProvider, Email);
            var toJoint = Disclosure(retargeting, JointController, RecipientRole.JointController, CcpaRole.ThirdParty, Clicks);
            toJoint.IsCrossContextAdvertising = Answer.Yes;
            Disclosures = [toProcessor, toJoint];
            var fallback = Agreement(Processor, AgreementKind.StandardContractualClauses, File);
            fallback.SccModules = [SccModule.ControllerToProcessor];
            Agreements =
            [
                Agreement(Processor, AgreementKind.DataProcessingAgreement, File),
                Agreement(Processor, AgreementKind.ServiceProviderContract, File),
                Agreement(JointController, AgreementKind.JointControllerArrangement, File),
                Agreement(JointController, AgreementKind.ThirdPartyContract, File),
                fallback,
            ];
            var transfer = Transfer("Stripe, Inc.", "US", TransferMechanism.DataPrivacyFramework, toProcessor);
            transfer.FallbackAgreementId = fallback.Id;
            Transfers = [transfer];
            Retention = Retention("Three years", [.. Activities]);
            Officer = new ResponsiblePerson
            {
                Role = ResponsibleRole.DataProtectionOfficer, Name = "Dr. Katrin Seidel", Contact = "dpo@given.example", Country = "DE",
                AppointedOn = new DateOnly(2024, 1, 1), IsPublishedInNotice = true, NotifiedToAuthorityOn = new DateOnly(2024, 1, 10),
                MandateEvidenceId = File.Id, ConflictCheckedOn = Recently,
            };
            Consent = new ConsentForm
            {
                Name = "Cookie banner", ActivityIds = [retargeting.Id], Channel = "Website", WordingVersion = "v3", StartsUnticked = Answer.Yes,
                IsSeparate = Answer.Yes, WithdrawalUrl = "https://given.example/consent", ClicksToGive = 1, ClicksToWithdraw = 1,
            };
            Assessments = [Assessment(AssessmentKind.LegitimateInterests, File, security)];
            Measure = new SecurityMeasure { Code = "T1", Name = "TLS 1.3", Status = MeasureStatus.Verified, VerifiedOn = Recently };
            Attestations = [.. new[] { "GDPR-24", "PCI-3-3-1", "CCPA-100-c", "CCPA-7003" }.Select(requirement => Attestation(requirement, File))];
            Notices = [Notice(NoticeKind.PrivacyNotice, [.. Activities]), .. CaliforniaNotices()];
        }

        private IEnumerable<Notice> CaliforniaNotices()
        {
            PersonalInformationCategory[] used = [PersonalInformationCategory.Identifiers, PersonalInformationCategory.InternetActivity];
            var collection = Notice(NoticeKind.NoticeAtCollection, [.. Activities]);
            collection.PurposeKinds = [.. Activities.SelectMany(activity => activity.Purposes).Select(purpose => purpose.Kind!.Value).Distinct()];
            collection.Categories =
            [
                .. used.Select(category => new NoticeCategory
                {
                    Category = category, Purposes = "Orders, retargeting, security", Retention = "Three years",
                    SoldOrShared = category == PersonalInformationCategory.InternetActivity ? Answer.Yes : Answer.No,
                }),
            ];
            var policy = Notice(NoticeKind.CaliforniaPolicy, [.. Activities]);
            policy.PolicyLists = new() { Collected = [.. used], SoldOrShared = [PersonalInformationCategory.InternetActivity], Disclosed = [PersonalInformationCategory.Identifiers] };
            var optOut = Notice(NoticeKind.OptOutNotice, [.. Activities]);
            optOut.OptOutLink = "https://given.example/opt-out";
            optOut.FirstPostedOn = new(2024, 1, 1);
            optOut.OptOutMethods = [OptOutMethod.PreferenceSignal, OptOutMethod.InteractiveForm];
            return [collection, policy, optOut];
        }
    }
}
