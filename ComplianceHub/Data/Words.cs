using System.Text;

namespace ComplianceHub.Data;

/// <summary>The name of a property as words, for sentences: "VendorId" is "Vendor", "DueDiligence.EvidenceIds" "Evidence".</summary>
internal static class Words
{
    public static string Of(string field)
    {
        var name = field[(field.LastIndexOf('.') + 1)..];
        name = name.EndsWith("Ids", StringComparison.Ordinal) ? name[..^3] : name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name;
        var words = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsUpper(character) && words.Length > 0)
                words.Append(' ').Append(char.ToLowerInvariant(character));
            else
                words.Append(character);
        }
        return words.ToString();
    }
}
