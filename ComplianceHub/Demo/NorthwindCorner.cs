using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Demo;

/// <summary>A shop of which nothing is recorded but its legal entity: everything about it is a question.</summary>
internal static class NorthwindCorner
{
    public static void AddTo(DemoRecords records)
    {
        var business = records.Add(new LegalEntity { Name = "Northwind Corner ApS", Address = "Aarhus, Denmark", SeatCountry = "DK", Establishments = ["DK"] });
        records.Add(new Shop { Slug = "northwind-corner", Name = "Northwind Corner", TimeZone = "Europe/Copenhagen" }, business);
    }
}
