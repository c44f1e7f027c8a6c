using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>
/// The purposes of an activity. Their words say nothing about a lawful basis ("ESSENTIAL" is none), so none is
/// recorded, and only a word that means the same in both programs decides the kind.
/// </summary>
internal static class TranscendPurposes
{
    /// <summary>One purpose for each that is stated, without repetitions.</summary>
    public static List<Purpose> Of(TranscendProcessingActivity activity)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var purposes = new List<Purpose>();
        foreach (var purpose in activity.ProcessingSubPurposes.Where(IsStated).DistinctBy(Text))
        {
            var code = Slug.Free(Slug.Of(Text(purpose), ifNone: "purpose"), codes);
            codes.Add(code);
            purposes.Add(new Purpose { Code = code, Kind = Kind(purpose), Text = Text(purpose) });
        }
        return purposes;
    }

    /// <summary>Whether it says more than that it says nothing.</summary>
    public static bool IsStated(TranscendPurpose purpose) => purpose.Purpose.Value != "UNSPECIFIED" || purpose.Name is not null;

    /// <summary>A word such as <c>ONLINE_ACTIVITY</c> as people write it.</summary>
    public static string Readable(string word) => word switch
    {
        "HR" or "ID" => word,
        _ => word[..1] + word[1..].Replace('_', ' ').ToLowerInvariant(),
    };

    private static string Text(TranscendPurpose purpose) => (purpose.Name, purpose.Purpose.Value) switch
    {
        (null, var word) => Readable(word),
        ({ } name, "UNSPECIFIED") => name.Value,
        var (name, word) => $"{Readable(word)}: {name.Value}",
    };

    private static PurposeKind? Kind(TranscendPurpose purpose) => purpose.Purpose.Value switch
    {
        "MARKETING" => PurposeKind.Marketing,
        "ANALYTICS" => PurposeKind.Analytics,
        "OPERATION_SECURITY" => PurposeKind.Security,
        _ => null,
    };
}
