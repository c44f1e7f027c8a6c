using System.CommandLine;
using ComplianceHub.Domain;
using ComplianceHub.Features.Audits.Dossiers;

namespace ComplianceHub.CommandLine;

/// <summary><c>audit dossier</c>: writes everything that it takes to check a signed audit elsewhere as one ZIP.</summary>
internal static class AuditDossierVerb
{
    public static Command Command(TextWriter result)
    {
        var audit = new Option<Guid>("--audit") { Description = "The signed audit.", HelpName = "id", Required = true };
        var output = new Option<string>("--output") { Description = "The ZIP file to write.", HelpName = "file", Required = true };
        var command = new Command("dossier", "Writes a signed audit with its evidence and its log as one ZIP, with a README that says how to verify it.") { audit, output };
        command.SetAction(async (parsed, ct) =>
        {
            var (id, file) = (parsed.GetValue(audit), parsed.GetValue(output)!);
            await using var session = await CommandSession.OpenAsync(parsed.GetValue(HubCommandLine.Database), ct);
            var dossier = (session.IsBare ? null : await session.Get<DossierWorkflow>().OpenAsync(id, ct))
                ?? throw new DomainException($"There is no signed audit {id:D}.");
            await WriteAsync(dossier, file, ct);
            foreach (var missing in dossier.Missing)
                await result.WriteLineAsync($"missing: {missing}");
            return dossier.Missing.Count == 0 ? ExitCode.Done : ExitCode.DossierIncomplete;
        });
        return command;
    }

    // Half a dossier is of no use to anybody, so none is left behind. What was there already may be a pipe or a device: it is
    // emptied where it can be, and never removed.
    private static async Task WriteAsync(Dossier dossier, string file, CancellationToken ct)
    {
        var isNew = !File.Exists(file);
        await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
        try
        {
            await dossier.WriteAsync(stream, ct);
        }
        catch
        {
            if (stream.CanSeek)
                stream.SetLength(0);
            await stream.DisposeAsync();
            if (isNew)
                File.Delete(file);
            throw;
        }
    }
}
