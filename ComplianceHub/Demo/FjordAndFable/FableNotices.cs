using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using static ComplianceHub.Domain.Registers.PersonalInformationCategory;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>The five notices of catalogue 12. The privacy notice forgets the loyalty programme; the California policy is old.</summary>
internal static class FableNotices
{
    private static readonly DateOnly OptOutDay = new(2026, 6, 30);
    private static readonly PersonalInformationCategory[] Used =
    [
        Identifiers, CustomerRecords, ProtectedCharacteristics, CommercialInformation, InternetActivity, EmploymentInformation, EducationInformation,
        Inferences, PersonalInformationCategory.SensitivePersonalInformation,
    ];

    private static readonly PersonalInformationCategory[] Shared = [Identifiers, CommercialInformation, InternetActivity, Inferences];

    public static void AddTo(FableShop fable, FableActivities activities)
    {
        var covered = activities.All.Where(activity => activity != activities.Loyalty).ToList();
        fable.Records.Add(Notice(NoticeKind.PrivacyNotice, "Privacy notice", "v7", "privacy", new(2026, 1, 9), new(2026, 1, 9), covered), fable.Shop);
        fable.Records.Add(Notice(NoticeKind.ApplicantNotice, "Applicant notice", "v2", "careers/privacy", new(2026, 1, 9), new(2026, 1, 9), [activities.Recruitment]), fable.Shop);

        var policy = Notice(NoticeKind.CaliforniaPolicy, "California privacy policy", "v3", "privacy/california", new(2025, 10, 1), new(2025, 10, 1), activities.All);
        policy.PolicyLists = new() { Collected = [.. Used], SoldOrShared = [.. Shared], Disclosed = [.. Used] };
        fable.Records.Add(policy, fable.Shop);

        var collection = Notice(NoticeKind.NoticeAtCollection, "Notice at collection", "v4", "privacy/california#collection", OptOutDay, OptOutDay, activities.All);
        collection.PurposeKinds = [.. activities.All.SelectMany(activity => activity.Purposes).Select(purpose => purpose.Kind!.Value).Distinct()];
        collection.Categories = [.. Used.Select(CategoryRow)];
        fable.Records.Add(collection, fable.Shop);

        var optOut = Notice(NoticeKind.OptOutNotice, "Your privacy choices", "v2", "privacy-choices", OptOutDay, OptOutDay, activities.All);
        optOut.OptOutLink = "https://www.fjord-and-fable.example/privacy-choices";
        optOut.FirstPostedOn = new(2023, 1, 1);
        optOut.OptOutMethods = [OptOutMethod.PreferenceSignal, OptOutMethod.InteractiveForm];
        fable.Records.Add(optOut, fable.Shop);
    }

    private static NoticeCategory CategoryRow(PersonalInformationCategory category) => new()
    {
        Category = category,
        Purposes = "The purposes of the activities that use this category; applicants have their own section.",
        SoldOrShared = Shared.Contains(category) ? Answer.Yes : Answer.No,
        Retention = "As in the retention schedule of the policy, from 180 days to 10 years.",
    };

    private static Notice Notice(
        NoticeKind kind, string title, string edition, string path, DateOnly publishedOn, DateOnly reviewedOn, IReadOnlyList<ProcessingActivity> activities) => new()
        {
            Kind = kind,
            Title = title,
            EditionLabel = edition,
            Url = $"https://www.fjord-and-fable.example/{path}",
            PublishedOn = publishedOn,
            ReviewedOn = reviewedOn,
            Languages = ["de", "en", "fr", "nl", "es", "it"],
            Flags = [.. NoticeFlags.Of(kind).Select(flag => new ClauseReview { Code = flag.Code, Finding = ClauseFinding.Present })],
            ActivityIds = [.. activities.Select(activity => activity.Id)],
        };
}
