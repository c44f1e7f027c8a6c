using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>Facts that no field takes without a guess, kept in words so that nothing is lost and nothing made up.</summary>
internal static class TranscendStatements
{
    private const int LongestDescription = 4_000;

    /// <summary>The activity's description, and after it what else the file states.</summary>
    public static string? Description(TranscendProcessingActivity activity)
    {
        string[] facts =
        [
            .. Fact("stored in", activity.StorageRegions.Select(Readable)),
            .. Fact("transferred to", activity.TransferRegions.Select(Readable)),
            .. Fact("impact assessment at", Some(activity.DataProtectionImpactAssessmentLink)),
            .. Fact("data subjects", activity.DataSubjectTypes.Select(type => type.Value).Where(type => TranscendSubjects.Of(type) is DataSubjectCategory.Others)),
            .. activity.Attributes.SelectMany(attribute => Fact($"{attribute.Key.Value} is", attribute.Values.Select(value => value.Value))),
        ];
        var stated = facts.Length == 0 ? null : $"Stated in the imported file: {string.Join("; ", facts)}.";
        return (activity.Description?.Value, stated) switch
        {
            (null, null) => null,
            var (description, _) when FitsWith(description, stated) => string.Join("\n\n", Some(description).Concat(Some(stated))),
            var (description, _) => description,
        };
    }

    /// <summary>Whether what else the file states fits behind the description.</summary>
    public static bool Fits(TranscendProcessingActivity activity) =>
        Description(activity with { Description = null }) is not { } stated || FitsWith(activity.Description?.Value, stated);

    /// <summary>The retention as it is stated, when that is not a rule (a period needs its unit, Art. 5(1)(e) GDPR).</summary>
    public static string? Retention(TranscendProcessingActivity activity) => (activity.RetentionPeriod, activity.RetentionType?.Value) switch
    {
        ({ } period, _) => period.Value,
        (null, TranscendRetention.Limited) => "limited, without a period",
        (null, TranscendRetention.Indefinite) => "indefinite",
        (null, TranscendRetention.Other) => "other, without a period",
        _ => null,
    };

    private static bool FitsWith(string? description, string? stated) =>
        (description?.Length ?? 0) + (stated?.Length ?? 0) + 2 <= LongestDescription;

    private static string Readable(TranscendRegion region) => (region.Country, region.SubDivision) switch
    {
        ({ } country, { } subDivision) => $"{Country.NameOf(country.Value)} ({subDivision.Value})",
        ({ } country, null) => Country.NameOf(country.Value),
        (null, { } subDivision) => subDivision.Value,
        _ => "",
    };

    private static IEnumerable<string> Fact(string what, IEnumerable<string> values)
    {
        var list = string.Join(", ", values.Where(value => value.Length > 0));
        return list.Length == 0 ? [] : [$"{what} {list}"];
    }

    private static IEnumerable<string> Some(Stated<string>? value) => Some(value?.Value);

    private static IEnumerable<string> Some(string? value) => value is null ? [] : [value];
}
