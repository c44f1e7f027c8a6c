namespace ComplianceHub.Compliance.Ccpa;

/// <summary>The requirements of the CCPA and its neighbours, in the order of the sections.</summary>
public static class CcpaCatalogue
{
    /// <summary>Where the fines stand: an amount for each violation, and each consumer can be one.</summary>
    internal const string FineProvision = "§ 1798.155(a)";

    /// <summary>The regulation.</summary>
    public static Regulation Regulation { get; } = new("CCPA", "California Consumer Privacy Act as amended, Cal. Civ. Code § 1798.100 ff.", Gates.Ccpa, CcpaAreas.All,
    [
        new NoticeAtCollectionNamesEveryCategory(),
        new EveryCategoryHasARetentionPeriod(),
        new UseIsNecessaryAndExpected(),
        new PrivacyPolicyIsCompleteAndCurrent(),
        new OptOutOfSaleAndSharingWorks(),
        new ServiceProvidersAreBoundByContract(),
        new ThirdPartiesAreBoundByContract(),
        new RecipientsAreClassified(),
        new NoticesAreReadableAndAccessible(),
        new WebsitePolicyIsPosted(),
    ]);
}
