using ComplianceHub.Demo.FjordAndFable;
using ComplianceHub.Demo.OliveRow;

namespace ComplianceHub.Demo;

/// <summary>
/// The demo group of the catalogue, section 12: a shop with planted defects, a small green one and an empty one. Companies
/// that really exist are never shown with a bad contract.
/// </summary>
public static class DemoGroup
{
    /// <summary>The day for which the outcomes of the demo are known (catalogue 12.5).</summary>
    public static readonly DateOnly Day = new(2026, 11, 23);

    /// <summary>Builds all records with new ids.</summary>
    public static DemoRecords Build()
    {
        var records = new DemoRecords();
        FableShop.AddTo(records);
        OliveShop.AddTo(records);
        NorthwindCorner.AddTo(records);
        return records;
    }
}
