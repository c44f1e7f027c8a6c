using System.Text;
using ComplianceHub.Exchange.Yaml;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>
/// Reads the lists <c>business-entities</c> and <c>processing-activities</c> of Transcend's configuration files. The
/// two may be in two files or in one; both may be read alone.
/// </summary>
public static class TranscendReader
{
    private const string EntityList = "business-entities";
    private const string ActivityList = "processing-activities";

    /// <summary>Reads both files. Whatever they hold, the answer is entries or messages, never an exception.</summary>
    /// <param name="entities">The file with <c>business-entities</c>, if it is imported.</param>
    /// <param name="activities">The file with <c>processing-activities</c>, if it is imported.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="IOException">A stream broke off.</exception>
    public static async Task<TranscendFile> ReadAsync(ImportFile? entities, ImportFile? activities, CancellationToken ct)
    {
        var messages = new ImportMessages();
        var entityText = entities is null ? null : await ImportText.ReadAsync(entities.Name, entities.Content, messages, ct);
        var activityText = activities is null ? null : await ImportText.ReadAsync(activities.Name, activities.Content, messages, ct);
        return Read(entityText, activityText, messages);
    }

    private static TranscendFile Read(ImportText? entityText, ImportText? activityText, ImportMessages messages)
    {
        var entities = Entries(entityText, EntityList, TranscendEntries.BusinessEntity, messages);
        var activities = Entries(activityText, ActivityList, TranscendEntries.ProcessingActivity, messages);
        RefuseDuplicates(entities.Select(entity => entity.Title), messages);
        RefuseDuplicates(activities.Select(activity => activity.Title), messages);
        if (messages.HasErrors)
            return new TranscendFile([], [], messages.InFileOrder());

        TranscendReview.Entities(entities, messages);
        TranscendReview.Activities(activities, messages);
        return new TranscendFile(entities, activities, messages.InFileOrder());
    }

    private static IReadOnlyList<T> Entries<T>(
        ImportText? text, string list, Func<YamlFields, FilePosition, T?> read, ImportMessages messages)
        where T : class
    {
        if (text is null || YamlTree.Read(text, messages) is not { } document)
            return [];
        if (document is not YamlMapping mapping)
        {
            messages.Error(document.At, $"The file must start with the key \"{list}\"; it is {document.Kind}.");
            return [];
        }
        var fields = new YamlFields(mapping, messages);
        fields.Knows(TranscendWords.TopLevel);
        fields.RefuseUnknown();
        if (fields.Entry(list) is null)
            messages.Error(FilePosition.StartOf(text.File), $"The key \"{list}\" is missing at the top of the file.");
        foreach (var other in mapping.Entries.Where(entry => entry.Key is not (EntityList or ActivityList)))
            if (TranscendWords.TopLevel.Contains(other.Key))
                messages.Note(other.At, $"ComplianceHub does not read the list \"{other.Key}\".");
        var entries = fields.Groups(list, read);
        if (entries.Count == 0 && fields.Entry(list) is { } empty)
            messages.Warning(empty.At, "The list is empty: nothing is imported from it.");
        return entries;
    }

    // "eShopIt" and "ESHOPIT " would become one record here, whatever they are in the file.
    private static void RefuseDuplicates(IEnumerable<Stated<string>> titles, ImportMessages messages)
    {
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var title in titles)
            if (!lines.TryAdd(title.Value.Normalize(NormalizationForm.FormC), title.At.Line))
                messages.Error(title.At, $"The title {Quoted.Of(title.Value)} stands here for the second time; the first is on line {lines[title.Value.Normalize(NormalizationForm.FormC)]}.");
    }
}
