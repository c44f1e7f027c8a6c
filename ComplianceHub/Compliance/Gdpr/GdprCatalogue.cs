namespace ComplianceHub.Compliance.Gdpr;

/// <summary>The requirements of the GDPR, in the order of its articles.</summary>
public static class GdprCatalogue
{
    /// <summary>The regulation.</summary>
    public static Regulation Regulation { get; } = new("GDPR", "General Data Protection Regulation, Regulation (EU) 2016/679", Gates.Gdpr, GdprAreas.All,
    [
        new DataAreKeptNoLongerThanNeeded(),
        new RegistersAreOwnedAndFresh(),
        new EveryPurposeHasALawfulBasis(),
        new LegitimateInterestsAreAssessed(),
        new LegalObligationsAreNamed(),
        new SpecialCategoriesHaveACondition(),
        new PeopleAreInformedWhenTheyGiveData(),
        new PeopleAreInformedOfDataFromElsewhere(),
        new ManagementStandsBehindDataProtection(),
        new JointControllersHaveAnArrangement(),
        new RepresentativeIsAppointedInTheUnion(),
        new ProcessorsGiveSufficientGuarantees(),
        new SubProcessorsAreAuthorisedAndKnown(),
        new ProcessorsAreBoundByContract(),
        new AgreementsDescribeTheProcessing(),
        new ExemptionFromTheRecordIsDecided(),
        new ControllerKeepsACompleteRecord(),
        new ProcessorKeepsACompleteRecord(),
        new DataProtectionOfficerIsDesignated(),
        new ThirdCountryFlowsHaveAMechanism(),
        new AdequacyIsReliedOnCorrectly(),
        new FrameworkEntriesAreChecked(),
        new StandardClausesHaveTheRightModule(),
        new TransferImpactIsAssessed(),
        new DerogationsStayExceptional(),
        new NoCardCodeIsKept(),
    ]);
}
