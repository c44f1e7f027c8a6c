using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>
/// The records of a processing activity. What it names becomes a record of its own, once for all activities: a system
/// with the third party that may run it (to be confirmed: nobody said in which role), and the kinds of personal data.
/// </summary>
internal static class TranscendActivityRecords
{
    private const string Kind = "processing-activities";
    private const string Silos = "data-silos";

    /// <summary>The records in the order in which they refer to each other; what two activities name comes twice.</summary>
    public static IEnumerable<RegisterRecord> Of(TranscendProcessingActivity activity, ImportedId id)
    {
        var systems = activity.DataSiloTitles.Select(silo => SystemOf(silo.Value, id)).ToList();
        var elements = activity.DataSubCategories.Where(IsPersonal).Select(category => Element(category, id)).ToList();
        return
        [
            .. activity.DataSiloTitles.Select(silo => VendorOf(silo.Value, id)),
            .. systems,
            .. elements,
            Activity(activity, systems, elements, id),
        ];
    }

    /// <summary>Whether the category is a kind of personal data and says which.</summary>
    public static bool IsPersonal(TranscendDataCategory category) =>
        category.Category.Value != "NOT_PERSONAL_DATA" && (category.Category.Value != "UNSPECIFIED" || category.Name is not null);

    private static Vendor VendorOf(string silo, ImportedId id)
    {
        var externalId = TranscendOrigin.ExternalId(Silos, silo);
        return new Vendor
        {
            Id = id(Register.ThirdParties, externalId, silo),
            LegalName = silo,
            ToConfirm = true,
            Origin = TranscendOrigin.Of(externalId),
        };
    }

    private static DataSystem SystemOf(string silo, ImportedId id)
    {
        var externalId = TranscendOrigin.ExternalId(Silos, silo, "system");
        return new DataSystem
        {
            Id = id(Register.Systems, externalId, silo),
            Name = silo,
            VendorId = id(Register.ThirdParties, TranscendOrigin.ExternalId(Silos, silo), silo),
            Origin = TranscendOrigin.Of(externalId),
        };
    }

    // Health is the one word that means the same in both laws; leaving it out would hide a special category.
    private static DataElement Element(TranscendDataCategory category, ImportedId id)
    {
        var word = category.Category.Value;
        var name = category.Name?.Value ?? TranscendPurposes.Readable(word);
        var externalId = TranscendOrigin.ExternalId("data-sub-categories", $"{word}/{category.Name?.Value}");
        return new DataElement
        {
            Id = id(Register.PersonalData, externalId, name),
            Name = name,
            Description = category.Name is null ? null : $"{TranscendPurposes.Readable(word)} data, as the imported file names it.",
            SpecialCategory = word == "HEALTH" ? SpecialCategory.Health : null,
            SensitiveInformation = word == "HEALTH" ? SensitivePersonalInformation.Health : null,
            Origin = TranscendOrigin.Of(externalId),
        };
    }

    private static ProcessingActivity Activity(
        TranscendProcessingActivity activity, IEnumerable<DataSystem> systems, IEnumerable<DataElement> elements, ImportedId id)
    {
        var externalId = TranscendOrigin.ExternalId(Kind, activity.Title.Value);
        return new ProcessingActivity
        {
            Id = id(Register.Activities, externalId, activity.Title.Value),
            Name = activity.Title.Value,
            Description = TranscendStatements.Description(activity),
            Status = ActivityStatus.Active,
            OurRole = Role(activity),
            Purposes = TranscendPurposes.Of(activity),
            Subjects = [.. activity.DataSubjectTypes.Select(type => TranscendSubjects.Of(type.Value)).Distinct()],
            ElementIds = [.. elements.Select(element => element.Id).Distinct()],
            SystemIds = [.. systems.Select(system => system.Id).Distinct()],
            RetentionAsStated = TranscendStatements.Retention(activity),
            MeasuresText = activity.SecurityMeasureDetails?.Value,
            Owner = TranscendEmail.Joined(activity.OwnerEmails),
            Origin = TranscendOrigin.Of(externalId),
        };
    }

    private static ControllerRole? Role(TranscendProcessingActivity activity) =>
        activity.Controllerships.Select(role => role.Value).Distinct().ToList() switch
        {
            [TranscendControllership.Controller] => ControllerRole.Controller,
            [TranscendControllership.Processor] => ControllerRole.Processor,
            [TranscendControllership.JointController] => ControllerRole.JointController,
            _ => null,
        };
}
