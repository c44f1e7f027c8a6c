using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplianceHub.Exchange;

namespace ComplianceHub.Features.Exchange;

/// <summary>What an import did or would do, for machines and for terminals.</summary>
public static class ImportReport
{
    // Names of people and shops stay readable; the text goes to a terminal or a file, never into a page.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// One object: <c>written</c>, the records under <c>created</c>, <c>updated</c> and <c>left</c> (a conflict is left,
    /// with <c>conflict: true</c>), each with its warnings, and all messages with file, line, column and key.
    /// </summary>
    /// <param name="plan">What was decided.</param>
    /// <param name="isWritten">Whether it was written, and not only planned.</param>
    public static string Json(ImportPlan plan, bool isWritten) => new JsonObject
    {
        ["written"] = isWritten && plan.Writes,
        ["created"] = Records(plan, ImportOutcome.Created),
        ["updated"] = Records(plan, ImportOutcome.Updated),
        ["left"] = Records(plan, ImportOutcome.Left, ImportOutcome.Conflict),
        ["errors"] = Messages(plan.Messages.Where(message => message.Severity is ImportSeverity.Error)),
        ["warnings"] = Messages(plan.Messages.Where(message => message.Severity is ImportSeverity.Warning)),
        ["notes"] = Messages(plan.Messages.Where(message => message.Severity is ImportSeverity.Note)),
    }.ToJsonString(Readable);

    /// <summary>One line for each record that is not left alone, then the warnings, then the sums.</summary>
    /// <param name="plan">What was decided.</param>
    /// <param name="isWritten">Whether it was written, and not only planned.</param>
    public static IEnumerable<string> Lines(ImportPlan plan, bool isWritten)
    {
        foreach (var step in plan.Steps.Where(step => step.Outcome is not ImportOutcome.Left))
            yield return $"{step.Outcome.ToString().ToLowerInvariant(),-9} {Word(step.Ref.Register),-19} {step.Ref.Name}";
        foreach (var message in plan.Messages.Where(message => message.Severity is ImportSeverity.Warning))
            yield return $"warning   {message}";
        yield return $"{Sum(plan)}{(isWritten || !plan.Writes ? "" : " Nothing is written yet.")}";
    }

    /// <summary>Why nothing is imported, in one sentence: the first error, and how many there are besides.</summary>
    public static string Refusal(ImportPlan plan)
    {
        var errors = plan.Messages.Where(message => message.Severity is ImportSeverity.Error).ToList();
        var first = errors[0];
        return $"Nothing is imported. {first.At.File}, line {first.At.Line}, {first.At.Key}: {first.Sentence}"
            + (errors.Count > 1 ? $" ({errors.Count - 1} more)" : "");
    }

    /// <summary>The counts in a sentence.</summary>
    public static string Sum(ImportPlan plan)
    {
        var count = plan.Steps.CountBy(step => step.Outcome).ToDictionary();
        return $"{count.GetValueOrDefault(ImportOutcome.Created)} new, {count.GetValueOrDefault(ImportOutcome.Updated)} changed, "
            + $"{count.GetValueOrDefault(ImportOutcome.Left)} unchanged, {count.GetValueOrDefault(ImportOutcome.Conflict)} in conflict.";
    }

    /// <summary>What kind of record a register holds, in a word.</summary>
    public static string Word(Domain.Register register) => register switch
    {
        Domain.Register.Shop => "Shop",
        Domain.Register.LegalEntities => "Legal entity",
        Domain.Register.Activities => "Activity",
        Domain.Register.PersonalData => "Personal data",
        Domain.Register.Systems => "System",
        Domain.Register.ThirdParties => "Third party",
        Domain.Register.People => "Responsible person",
        _ => register.ToString(),
    };

    private static JsonArray Records(ImportPlan plan, params ImportOutcome[] outcomes) =>
        [.. plan.Steps.Where(step => outcomes.Contains(step.Outcome)).Select(Record)];

    private static JsonObject Record(ImportStep step)
    {
        var record = new JsonObject
        {
            ["register"] = JsonNamingPolicy.CamelCase.ConvertName(step.Ref.Register.ToString()),
            ["id"] = step.Ref.Id,
            ["name"] = step.Ref.Name,
            ["file"] = step.Planned.At.File,
            ["line"] = step.Planned.At.Line,
            ["key"] = step.Planned.At.Key,
            ["warnings"] = Messages(step.Warnings),
        };
        if (step.Outcome is ImportOutcome.Conflict)
            record["conflict"] = true;
        return record;
    }

    private static JsonArray Messages(IEnumerable<ImportMessage> messages) => [.. messages.Select(Message)];

    private static JsonObject Message(ImportMessage message) => new()
    {
        ["file"] = message.At.File,
        ["line"] = message.At.Line,
        ["column"] = message.At.Column,
        ["key"] = message.At.Key,
        ["text"] = message.Sentence,
    };
}
