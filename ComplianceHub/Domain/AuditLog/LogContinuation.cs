using System.Globalization;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// Where a log goes on under a new name, because the key that signed before is lost: the new key alone can sign this, so
/// it proves nothing about the old one. It stands in the log of the system too, where people read who did it and why.
/// </summary>
/// <param name="Origin">The name until then.</param>
/// <param name="Checkpoint">The number of the last checkpoint that was signed under it.</param>
/// <param name="Root">The RFC 6962 root over the checkpoints up to that one.</param>
public sealed record LogContinuation(string Origin, long Checkpoint, byte[] Root)
{
    /// <summary>What the new key signs.</summary>
    public string TextFor(NoteKey next, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(next);
        return $"ComplianceHub log continued\n{next.Name}\ncontinues {Origin}\ncheckpoint {Checkpoint.ToString(CultureInfo.InvariantCulture)}\nroot {Convert.ToBase64String(Root)}\n"
            + $"public key {Convert.ToBase64String(next.PublicKey)}\nat {LogKeys.Instant(at)}\n";
    }

    /// <summary>Reads what a key signed (<see cref="TextFor"/>).</summary>
    /// <exception cref="FormatException">It is another text, or another key's.</exception>
    public static LogContinuation Parse(string note, NoteKey key, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(key);
        var signed = SignedNote.Parse(note);
        var lines = signed.Text.Split('\n');
        var read = lines.Length > 4 && long.TryParse(After(lines[3], "checkpoint "), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new LogContinuation(After(lines[2], "continues "), number, SignedNote.Base64(After(lines[4], "root ")))
            : throw new FormatException("The note does not say where the log goes on.");
        return signed.Text == read.TextFor(key, at) && signed.IsSignedBy(key) ? read
            : throw new FormatException($"The public key {key.IdText} does not say where the log goes on.");
    }

    private static string After(string line, string word) => line.StartsWith(word, StringComparison.Ordinal) ? line[word.Length..] : "";
}
