using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Law;

/// <summary>The letters by which § 1798.140(v)(1) CCPA lists the categories of personal information.</summary>
public static class PersonalInformationLetters
{
    private static readonly string[] Words =
    [
        "identifiers", "customer records", "protected characteristics", "commercial information", "biometric information",
        "internet activity", "geolocation", "audio or visual information", "employment information", "education information",
        "inferences", "sensitive personal information",
    ];

    /// <summary>The letter, A to L.</summary>
    public static char Letter(this PersonalInformationCategory category) => (char)('A' + (int)category);

    /// <summary>The letter and the category in words, for example "F (internet activity)".</summary>
    public static string InWords(this PersonalInformationCategory category) => $"{category.Letter()} ({Words[(int)category]})";

    /// <summary>The letters of several categories in their order, for example "A, D, F".</summary>
    public static string Letters(this IEnumerable<PersonalInformationCategory> categories) =>
        string.Join(", ", categories.Distinct().Order().Select(Letter));
}
