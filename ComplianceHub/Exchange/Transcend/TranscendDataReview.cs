using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>What somebody should know about the purposes, people and data of an activity.</summary>
internal static class TranscendDataReview
{
    /// <summary>Looks at one activity.</summary>
    public static void Look(TranscendProcessingActivity activity, ImportMessages messages)
    {
        var title = Quoted.Bare(activity.Title.Value);
        foreach (var type in activity.DataSubjectTypes.Where(type => TranscendSubjects.Of(type.Value) is DataSubjectCategory.Others))
            messages.Warning(type.At, $"{title}: {Quoted.Of(type.Value)} is no category of data subjects here; recorded as others, with the word in the description.");
        foreach (var purpose in activity.ProcessingSubPurposes.Where(purpose => !TranscendPurposes.IsStated(purpose)))
            messages.Warning(purpose.Purpose.At, $"{title}: the purpose is not specified; none is recorded.");
        foreach (var category in activity.DataSubCategories)
            Category(title, category, messages);
    }

    private static void Category(string title, TranscendDataCategory category, ImportMessages messages)
    {
        if (category.Category.Value == "HEALTH")
            messages.Warning(category.Category.At, $"{title}: HEALTH is recorded as a special category of Art. 9(1) GDPR; check it and record the condition of Art. 9(2).");
        else if (category.Category.Value == "NOT_PERSONAL_DATA")
            messages.Note(category.Category.At, $"{title}: the file says that this is not personal data; it is left out.");
        else if (!TranscendActivityRecords.IsPersonal(category))
            messages.Warning(category.Category.At, $"{title}: the data are not specified; none are recorded.");
    }
}
