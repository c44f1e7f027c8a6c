using System.ComponentModel.DataAnnotations;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Exchange;

/// <summary>What an import would do to the registers. With an error among the messages it does nothing.</summary>
/// <param name="Steps">The records in the order in which they refer to each other; none when there is an error.</param>
/// <param name="Messages">All messages in the order of the files.</param>
public sealed record ImportPlan(IReadOnlyList<ImportStep> Steps, IReadOnlyList<ImportMessage> Messages)
{
    /// <summary>Whether a message forbids writing anything.</summary>
    public bool HasErrors => Messages.Any(message => message.Severity is ImportSeverity.Error);

    /// <summary>Whether it would write at all; a second import of unchanged files would not.</summary>
    public bool Writes => Steps.Any(step => step.Outcome is ImportOutcome.Created or ImportOutcome.Updated);

    /// <summary>Compares what the files state with what is recorded.</summary>
    /// <param name="planned">The records of the files, with ids from <paramref name="before"/>.</param>
    /// <param name="before">The records that are there.</param>
    /// <param name="fileMessages">What reading the files has said.</param>
    public static ImportPlan Of(IReadOnlyList<PlannedRecord> planned, RecordedBefore before, IReadOnlyList<ImportMessage> fileMessages)
    {
        KeepSlugsApart(planned, before);
        var steps = planned.Select(record => Step(record, before, fileMessages)).ToList();
        ImportMessage[] messages = [.. fileMessages, .. planned.SelectMany(BrokenRules), .. steps.SelectMany(step => step.Warnings).Except(fileMessages)];
        var plan = new ImportPlan(steps, messages);
        return plan.HasErrors ? plan with { Steps = [] } : plan;
    }

    private static ImportStep Step(PlannedRecord planned, RecordedBefore before, IReadOnlyList<ImportMessage> fileMessages)
    {
        var (outcome, comparison) = Compare(planned, before);
        var ofEntry = fileMessages.Where(message => message.Severity is ImportSeverity.Warning && IsWithin(message.At, planned.At));
        return new(outcome, planned, [.. IsOfEntry(planned) ? ofEntry : [], .. Some(comparison)]);
    }

    private static (ImportOutcome, ImportMessage?) Compare(PlannedRecord planned, RecordedBefore before)
    {
        if (before.Find(planned.Record.Id) is not { } record)
            return (ImportOutcome.Created, null);
        if (!before.IsFromSource(record))
            return (ImportOutcome.Left, Warning(planned, "is recorded here already and was not imported. It is left as it is."));

        var origin = ((IImported)record).Origin!;
        if (origin.ImportedHash == planned.Origin.ImportedHash)
            return (ImportOutcome.Left, null);
        var now = RecordContent.Hash(record);
        if (now == origin.RecordHash)
            return (ImportOutcome.Updated, null);
        return now == planned.Origin.RecordHash
            ? (ImportOutcome.Left, null)
            : (ImportOutcome.Conflict, Warning(planned, "has changed in the file and was edited here as well. Nothing is overwritten: compare the two and enter what is right."));
    }

    // A new shop takes a free slug; one that is there keeps its own, whatever its name has become.
    private static void KeepSlugsApart(IEnumerable<PlannedRecord> planned, RecordedBefore before)
    {
        var taken = before.Slugs.ToHashSet(StringComparer.Ordinal);
        foreach (var record in planned)
        {
            if (record.Record is not Shop shop)
                continue;
            shop.Slug = before.Find(shop.Id) is Shop there ? there.Slug : Slug.Free(shop.Slug, taken);
            taken.Add(shop.Slug);
            record.Origin.RecordHash = RecordContent.Hash(shop);
        }
    }

    private static IEnumerable<ImportMessage> BrokenRules(PlannedRecord planned)
    {
        var broken = new List<ValidationResult>();
        Validator.TryValidateObject(planned.Record, new ValidationContext(planned.Record), broken, validateAllProperties: true);
        return broken.Select(rule => new ImportMessage(ImportSeverity.Error, planned.At, $"{Quoted.Bare(planned.Record.DisplayName)}: {rule.ErrorMessage}"));
    }

    // An entry's warnings are told once: with the activity or legal entity, not with every record that it names.
    private static bool IsOfEntry(PlannedRecord planned) =>
        planned.Record.Register is Register.LegalEntities or Register.Activities;

    private static bool IsWithin(FilePosition at, FilePosition entry) =>
        at.File == entry.File && (at.Key == entry.Key || at.Key.StartsWith(entry.Key + ".", StringComparison.Ordinal));

    private static ImportMessage Warning(PlannedRecord planned, string what) =>
        new(ImportSeverity.Warning, planned.At, $"{Quoted.Bare(planned.Record.DisplayName)} {what}");

    private static IEnumerable<ImportMessage> Some(ImportMessage? message) => message is null ? [] : [message];
}
