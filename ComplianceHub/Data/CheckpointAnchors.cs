using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Compares the checkpoints of a database with copies that somebody kept elsewhere.</summary>
internal sealed class CheckpointAnchors(HubDbContext db, LogKeys? published, Guid installation, long unsignedUpTo)
{
    /// <summary>What the copies in the files of a folder contradict. Files without a checkpoint of this installation are passed over.</summary>
    /// <exception cref="DomainException">There is no such folder, or no checkpoint of this installation in it.</exception>
    public async Task<IReadOnlyList<LogFinding>> CompareAsync(string folder, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
            throw new DomainException($"There is no folder {folder}. Name one that holds copies of checkpoints with --anchors.");
        List<LogFinding> faults = [];
        var found = 0;
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            foreach (var note in CheckpointFile.Read(file).Where(IsOurs))
            {
                found++;
                if (await WhyNotAsync(note, ct) is { } fault)
                    faults.Add(fault with { Reason = $"{Path.GetFileName(file)}: {fault.Reason}" });
            }
        }
        return found > 0 ? faults : throw new DomainException($"The files in {folder} hold no checkpoint of this installation.");
    }

    private bool IsOurs(string note) => note.Split('\n', 2) is [var origin, _] && TreeHead.IsOf(installation, origin);

    private async Task<LogFinding?> WhyNotAsync(string note, CancellationToken ct)
    {
        // Where the keys are not here or lost, a copy that was kept elsewhere is still compared.
        var unsigned = TreeHead.Unsigned(note);
        if ((unsigned?.Size <= unsignedUpTo ? unsigned : published?.Verified(note)) is not { } signed)
            return new(LogFault.Signature, "a checkpoint is not signed by a key of this installation");
        var root = await db.AuditLogCheckpoints.Where(row => row.Number == signed.Size).Select(row => row.LogRoot).SingleOrDefaultAsync(ct);
        if (root is null)
            return new(LogFault.RolledBack, $"checkpoint {signed.Size} was signed, and the database does not have it");
        return root.AsSpan().SequenceEqual(signed.Root) ? null
            : new(LogFault.Signature, $"checkpoint {signed.Size} was signed with another root than the database has");
    }
}
