using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>A proof that a report carries which somebody kept.</summary>
/// <param name="File">The name of the report's file.</param>
/// <param name="Proof">Where the log stood when the report was handed out.</param>
public sealed record KeptProof(string File, LogProof Proof);

/// <summary>Compares the log of a database with what somebody kept elsewhere: copies of checkpoints, and reports.</summary>
internal sealed class CheckpointAnchors(HubDbContext db, LogKeys? published, Guid installation, long unsignedUpTo)
{
    /// <summary>What the copies in the files of a folder, and the reports there, contradict. Files without a checkpoint of this
    /// installation are passed over.</summary>
    /// <exception cref="DomainException">There is no such folder, or no checkpoint of this installation in it.</exception>
    public async Task<IReadOnlyList<LogFinding>> CompareAsync(string folder, IReadOnlyList<KeptProof> reports, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
            throw new DomainException($"There is no folder {folder}. Name one that holds copies of checkpoints or reports with --anchors.");
        List<LogFinding> faults = [];
        var found = 0;
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            foreach (var note in CheckpointFile.Read(file).Where(IsOurs))
            {
                found++;
                faults.AddRange(In(Path.GetFileName(file), await WhyNotAsync(note, ct)));
            }
        }
        foreach (var report in reports.Where(report => IsOurs(report.Proof.Checkpoint.Note)))
        {
            found++;
            faults.AddRange(In(report.File, await WhyNotAsync(report.Proof, ct)));
        }
        return found > 0 ? faults : throw new DomainException($"The files in {folder} hold no checkpoint of this installation.");
    }

    private static IEnumerable<LogFinding> In(string file, LogFinding? fault) => fault is null ? [] : [fault with { Reason = $"{file}: {fault.Reason}" }];

    private bool IsOurs(string note) => note.Split('\n', 2) is [var origin, _] && TreeHead.IsOf(installation, origin);

    // The entry where each chain stood says more than the checkpoint: it was so before the next one was signed.
    private async Task<LogFinding?> WhyNotAsync(LogProof proof, CancellationToken ct)
    {
        if (!proof.Holds())
            return new(LogFault.Signature, "its proof does not lead to the checkpoint in it");
        return await WhyNotAsync(proof.Checkpoint.Note, ct) ?? await CheckpointHeads.WhyNotAsync(db, proof.Heads.Select(one => one.Head), ct);
    }

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
