using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>The records of a business entity: the legal entity, its shop and its data protection officer.</summary>
internal static class TranscendEntityRecords
{
    private const string Kind = "business-entities";

    /// <summary>The records in the order in which they refer to each other.</summary>
    public static IEnumerable<RegisterRecord> Of(TranscendBusinessEntity entity, ImportedId id)
    {
        var legalEntity = LegalEntity(entity, id);
        yield return legalEntity;
        yield return Shop(entity, legalEntity.Id, id);
        if (Officer(entity, legalEntity.Id, id) is { } officer)
            yield return officer;
    }

    private static LegalEntity LegalEntity(TranscendBusinessEntity entity, ImportedId id)
    {
        var externalId = TranscendOrigin.ExternalId(Kind, entity.Title.Value);
        return new LegalEntity
        {
            Id = id(Register.LegalEntities, externalId, entity.Title.Value),
            Name = entity.Title.Value,
            Address = entity.Address?.Value,
            SeatCountry = Country.IsKnown(entity.HeadquarterCountry?.Value) ? entity.HeadquarterCountry!.Value : null,
            Origin = TranscendOrigin.Of(externalId),
        };
    }

    // A shop needs a time zone and the files know none: the neutral one, and a warning that asks for the right one.
    private static Shop Shop(TranscendBusinessEntity entity, Guid legalEntity, ImportedId id)
    {
        var externalId = TranscendOrigin.ExternalId(Kind, entity.Title.Value, "shop");
        return new Shop
        {
            Id = id(Register.Shop, externalId, entity.Title.Value),
            Slug = Domain.Slug.Of(entity.Title.Value, ifNone: "shop"),
            Name = entity.Title.Value,
            LegalEntityId = legalEntity,
            TimeZone = "Etc/UTC",
            Owner = TranscendEmail.Joined(entity.Owners),
            Origin = TranscendOrigin.Of(externalId),
        };
    }

    private static ResponsiblePerson? Officer(TranscendBusinessEntity entity, Guid legalEntity, ImportedId id)
    {
        var email = entity.DataProtectionOfficerEmail is { } stated && TranscendEmail.IsAddress(stated.Value) ? stated.Value : null;
        if ((entity.DataProtectionOfficerName?.Value ?? email) is not { } name)
            return null;
        var externalId = TranscendOrigin.ExternalId(Kind, entity.Title.Value, "data-protection-officer");
        return new ResponsiblePerson
        {
            Id = id(Register.People, externalId, name),
            Role = ResponsibleRole.DataProtectionOfficer,
            Name = name,
            Contact = email,
            AppliesTo = new Coverage { Kind = CoverageKind.LegalEntities, LegalEntityIds = [legalEntity] },
            Origin = TranscendOrigin.Of(externalId),
        };
    }
}
