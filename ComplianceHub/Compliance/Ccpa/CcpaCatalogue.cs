namespace ComplianceHub.Compliance.Ccpa;

/// <summary>The requirements of the CCPA and its neighbours, in the order of the sections.</summary>
public static class CcpaCatalogue
{
    /// <summary>The regulation.</summary>
    public static Regulation Regulation { get; } = new("CCPA", "California Consumer Privacy Act as amended, Cal. Civ. Code § 1798.100 ff.", Gates.Ccpa, CcpaAreas.All,
    [
    ]);
}
