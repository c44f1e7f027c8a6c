using ComplianceHub.Domain;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>
/// What somebody should know about files that can be read: where they contradict themselves, where they say "not
/// stated", and what ComplianceHub has no place for. None of it stops the import, and nothing is made up for it.
/// </summary>
internal static class TranscendReview
{
    /// <summary>Looks at the business entities.</summary>
    public static void Entities(IEnumerable<TranscendBusinessEntity> entities, ImportMessages messages)
    {
        foreach (var entity in entities)
        {
            var title = entity.Title.Value;
            Country(entity, messages);
            messages.Warning(entity.At, $"{Quoted.Bare(title)}: no time zone is stated; the shop's days begin in UTC until somebody sets it.");
            foreach (var email in Some(entity.DataProtectionOfficerEmail))
                EmailAddress(title, email, messages);
            Owners(title, entity.Owners, messages);
            Unused(title, Some(entity.Description), "description", messages);
            Unused(title, Some(entity.HeadquarterSubDivision), "headquarterSubDivision", messages);
            Unused(title, entity.Attributes.Select(attribute => attribute.Key), "attribute", messages);
            Unused(title, entity.Teams, "team", messages);
        }
    }

    /// <summary>Looks at the processing activities.</summary>
    public static void Activities(IReadOnlyList<TranscendProcessingActivity> activities, ImportMessages messages)
    {
        if (activities.Count > 0)
            messages.Note(activities[0].At, "The file does not say which entities carry out an activity, so each applies to all shops of the group.");
        foreach (var activity in activities)
        {
            var title = activity.Title.Value;
            Role(activity, messages);
            Regions(activity, messages);
            Retention(activity, messages);
            Assessment(activity, messages);
            TranscendDataReview.Look(activity, messages);
            Owners(title, activity.OwnerEmails, messages);
            Unused(title, activity.TeamNames, "team", messages);
            Unused(title, activity.SaaSCategories, "kind of software", messages);
            if (!TranscendStatements.Fits(activity))
                messages.Warning(activity.At, $"{Quoted.Bare(title)}: the description is so long that regions, attributes and links do not fit behind it; they are left out.");
        }
    }

    private static void Country(TranscendBusinessEntity entity, ImportMessages messages)
    {
        if (entity.HeadquarterCountry is not { } country)
        {
            messages.Warning(entity.At, $"{Quoted.Bare(entity.Title.Value)}: no headquarterCountry is stated; the seat stays not recorded.");
            return;
        }
        CountryCode(entity.Title.Value, country, entity.HeadquarterSubDivision, "The seat stays not recorded.", messages);
        if (entity.Address is { } address && Places.Contradiction(address.Value, country.Value) is { } place)
            messages.Warning(
                address.At,
                $"{Quoted.Bare(entity.Title.Value)}: the address names {place.Name} in {place.Country}, but headquarterCountry is {Quoted.Bare(country.Value)}. Both are taken over as stated; check which is right.");
    }

    private static void CountryCode(string title, Stated<string> country, Stated<string>? subDivision, string consequence, ImportMessages messages)
    {
        if (!Domain.Country.IsKnown(country.Value))
            messages.Warning(country.At, $"{Quoted.Bare(title)}: {Quoted.Of(country.Value)} is not the ISO 3166 code of a country. {consequence}");
        else if (subDivision is not null && !subDivision.Value.StartsWith(country.Value + "-", StringComparison.Ordinal))
            messages.Warning(subDivision.At, $"{Quoted.Bare(title)}: {Quoted.Of(subDivision.Value)} is not in the country {country.Value}.");
    }

    private static void Role(TranscendProcessingActivity activity, ImportMessages messages)
    {
        if (activity.Controllerships.Count == 0)
            messages.Warning(activity.At, $"{Quoted.Bare(activity.Title.Value)}: no controllerships are stated; the role stays unknown.");
        else if (activity.Controllerships.Select(role => role.Value).Distinct().Count() > 1)
            messages.Warning(activity.Controllerships[0].At, $"{Quoted.Bare(activity.Title.Value)}: several controllerships are stated; an activity has one role here, so it stays unknown. Record one activity for each role.");
    }

    private static void Regions(TranscendProcessingActivity activity, ImportMessages messages)
    {
        foreach (var region in activity.StorageRegions.Concat(activity.TransferRegions))
            if (region.Country is { } country)
                CountryCode(activity.Title.Value, country, region.SubDivision, "The description keeps it as it is stated.", messages);
        if (activity.TransferRegions.Count > 0)
            messages.Warning(activity.TransferRegions[0].At, $"{Quoted.Bare(activity.Title.Value)}: a transfer is stated without importer and mechanism; it is kept in the description. Record the transfer.");
    }

    private static void Retention(TranscendProcessingActivity activity, ImportMessages messages)
    {
        var title = Quoted.Bare(activity.Title.Value);
        var at = activity.RetentionType?.At ?? activity.At;
        switch (activity.RetentionType?.Value)
        {
            case TranscendRetention.StatedPeriod when activity.RetentionPeriod is null:
                messages.Warning(at, $"{title}: a retention period is announced but none is stated; no retention rule is recorded.");
                break;
            case TranscendRetention.Limited or TranscendRetention.Indefinite or TranscendRetention.Other:
                messages.Warning(at, $"{title}: the retention has no period; it is kept as text. Record the period or the criteria.");
                break;
            case TranscendRetention.Unspecified or null when activity.RetentionPeriod is null:
                messages.Warning(at, $"{title}: no retention is stated; no retention rule is recorded.");
                break;
        }
        if (activity.RetentionPeriod is { } period)
            messages.Warning(period.At, $"{title}: the retention period {Quoted.Of(period.Value)} has no unit; it is kept as text. Is it days, months or years? (Transcend counts days.)");
    }

    private static void Assessment(TranscendProcessingActivity activity, ImportMessages messages)
    {
        if (activity.DataProtectionImpactAssessmentStatus is not { } status)
            return;
        var title = Quoted.Bare(activity.Title.Value);
        var sentence = status.Value switch
        {
            TranscendAssessment.Missing => "the impact assessment is missing in the file and stays missing.",
            TranscendAssessment.NotRequired => "the file says that no impact assessment is required, but not why; none is recorded.",
            _ when activity.DataProtectionImpactAssessmentLink is null => "a link to the impact assessment is announced but none is stated; none is recorded.",
            _ => "only a link to the impact assessment is stated, without date and outcome; no assessment is recorded.",
        };
        messages.Warning(status.At, $"{title}: {sentence}");
    }

    private static void Owners(string title, IReadOnlyList<Stated<string>> emails, ImportMessages messages)
    {
        foreach (var email in emails)
            EmailAddress(title, email, messages);
        if (TranscendEmail.AreTooMany(emails))
            messages.Warning(emails[0].At, $"{Quoted.Bare(title)}: not all owners fit into the field; the first ones are recorded.");
    }

    private static void EmailAddress(string title, Stated<string> email, ImportMessages messages)
    {
        if (!TranscendEmail.IsAddress(email.Value))
            messages.Warning(email.At, $"{Quoted.Bare(title)}: {Quoted.Of(email.Value)} is not an e-mail address; it stays not recorded.");
    }

    private static IEnumerable<Stated<string>> Some(Stated<string>? value) => value is null ? [] : [value];

    private static void Unused(string title, IEnumerable<Stated<string>> values, string what, ImportMessages messages)
    {
        foreach (var value in values)
            messages.Note(value.At, $"{Quoted.Bare(title)}: ComplianceHub has no place for the {what} {Quoted.Of(value.Value)}.");
    }
}
