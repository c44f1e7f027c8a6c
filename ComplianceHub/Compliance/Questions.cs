using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>What several rules ask when the registers say nothing.</summary>
internal static class Questions
{
    public const string Activities = "Which processing activities does the shop have? Record them first; most shops have 12 to 20.";
    public const string Data = "Which personal data does each activity use?";
    public const string Establishments = "In which countries is the business established?";

    private const int Named = 5;

    /// <summary>One question about several activities, their names in the place of {0}, in an order of their own.</summary>
    public static string About(string question, IEnumerable<ProcessingActivity> activities)
    {
        var names = activities.Select(activity => activity.Name).Order(StringComparer.Ordinal).ToList();
        return string.Format(question, names.Count <= Named + 1 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Named))} and {names.Count - Named} more");
    }
}
