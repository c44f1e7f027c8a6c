using ComplianceHub.Domain;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>
/// Turns the entries of the files into records of the registers: each entity a legal entity with a shop, each activity
/// a record of the group with the systems, third parties and personal data that it names. Reads no register itself.
/// </summary>
public static class TranscendMapping
{
    /// <summary>
    /// The records that the files would have, each after those it refers to and each once. A file with an error has none.
    /// </summary>
    /// <param name="file">What the files state.</param>
    /// <param name="id">The ids of the records.</param>
    public static IReadOnlyList<PlannedRecord> Records(TranscendFile file, ImportedId id)
    {
        if (file.HasErrors)
            return [];
        var records = Planned(file, id);
        var named = Planned(file, TranscendOrigin.NamedId);
        foreach (var (record, twin) in records.Zip(named))
        {
            record.Origin.ImportedHash = RecordContent.Hash(twin.Record);
            record.Origin.RecordHash = RecordContent.Hash(record.Record);
        }
        return records;
    }

    private static List<PlannedRecord> Planned(TranscendFile file, ImportedId id) =>
    [
        .. file.BusinessEntities.SelectMany(entity => TranscendEntityRecords.Of(entity, id).Select(record => new PlannedRecord(record, entity.At)))
            .Concat(file.ProcessingActivities.SelectMany(activity => TranscendActivityRecords.Of(activity, id).Select(record => new PlannedRecord(record, activity.At))))
            .DistinctBy(planned => planned.Origin.ExternalId),
    ];
}
