using System.CommandLine;
using ComplianceHub.Domain;
using ComplianceHub.Exchange;
using ComplianceHub.Exchange.Transcend;
using ComplianceHub.Features.Exchange;

namespace ComplianceHub.CommandLine;

/// <summary><c>import transcend</c>: brings the files of another tool into the registers of the group, in one transaction.</summary>
internal static class ImportVerb
{
    public static Command Command(TextWriter output, TextWriter errors)
    {
        var entities = new Option<string?>("--entities") { Description = "The file with business-entities.", HelpName = "file" };
        var activities = new Option<string?>("--activities") { Description = "The file with processing-activities.", HelpName = "file" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, and write no record." };
        var json = new Option<bool>("--json") { Description = "Write JSON: every record and warning with file, line and key." };
        var transcend = new Command("transcend", "Imports files of Transcend.") { entities, activities, dryRun, json };
        transcend.Validators.Add(result =>
        {
            if (result.GetResult(entities) is null && result.GetResult(activities) is null)
                result.AddError("Name the files to import: --entities FILE, --activities FILE or both");
        });
        transcend.SetAction(async (parsed, ct) =>
        {
            var file = await ReadAsync(parsed.GetValue(entities), parsed.GetValue(activities), ct);
            await using var session = await CommandSession.CreateAsync(parsed.GetValue(HubCommandLine.Database), ct);
            var workflow = session.Get<ImportWorkflow>();
            var isWritten = !parsed.GetValue(dryRun);
            var plan = isWritten ? await workflow.CommitAsync(file, seen: null, ct) : await workflow.PlanAsync(file, ct);
            return await TellAsync(plan, isWritten, parsed.GetValue(json), output, errors);
        });
        return new Command("import", "Imports the files of another tool.") { transcend };
    }

    private static async Task<TranscendFile> ReadAsync(string? entities, string? activities, CancellationToken ct)
    {
        await using var entityStream = Open(entities);
        await using var activityStream = Open(activities);
        return await TranscendReader.ReadAsync(AsFile(entities, entityStream), AsFile(activities, activityStream), ct);
    }

    private static FileStream? Open(string? path)
    {
        if (path is null)
            return null;
        return File.Exists(path) ? File.OpenRead(path) : throw new DomainException($"There is no file {Path.GetFullPath(path)}.");
    }

    private static ImportFile? AsFile(string? path, Stream? content) => content is null ? null : new ImportFile(Path.GetFileName(path)!, content);

    private static async Task<int> TellAsync(ImportPlan plan, bool isWritten, bool asJson, TextWriter output, TextWriter errors)
    {
        if (asJson)
            await output.WriteLineAsync(ImportReport.Json(plan, isWritten));
        if (plan.HasErrors)
        {
            await errors.WriteLineAsync(ImportReport.Refusal(plan));
            return ExitCode.Refused;
        }

        if (!asJson)
            foreach (var line in ImportReport.Lines(plan, isWritten))
                await output.WriteLineAsync(line);
        return ExitCode.Done;
    }
}
