using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>One purpose of an activity for which the business decides.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Purpose">The purpose; null when the activity names none.</param>
public sealed record PurposeUse(ProcessingActivity Activity, Purpose? Purpose)
{
    private const int ShortText = 60;

    /// <summary>The purposes of the active activities in which the business is controller.</summary>
    internal static IEnumerable<PurposeUse> Of(ShopSnapshot shop) =>
        shop.ActiveActivities.Where(activity => activity.OurRole != ControllerRole.Processor).SelectMany(activity =>
            activity.Purposes.Count == 0 ? [new PurposeUse(activity, null)] : activity.Purposes.Select(purpose => new PurposeUse(activity, purpose)));

    /// <summary>The purpose in a few words, for a sentence.</summary>
    internal static string NameOf(Purpose purpose) =>
        purpose.Text.Trim() is { Length: > 0 and <= ShortText } text ? text.TrimEnd('.') : purpose.Code;
}
