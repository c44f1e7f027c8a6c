using System.Text;
using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Data;

/// <summary>
/// The checkpoints of an installation once more, outside its database: one signed note after the other, only ever added
/// to. Who rewrites the database or puts an old copy back contradicts this file.
/// </summary>
internal static class CheckpointFile
{
    /// <summary>The name of the file in the installation's folder.</summary>
    public const string Name = "checkpoints.txt";

    private const int LongestNote = 4096;

    /// <summary>The last note; null when there is no file or nothing in it.</summary>
    /// <exception cref="FormatException">The file does not end with a note.</exception>
    public static string? Last(string file)
    {
        if (!File.Exists(file))
            return null;
        using var stream = Open(file);
        stream.Seek(-Math.Min(stream.Length, LongestNote), SeekOrigin.End);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        if (text.Length == 0)
            return null;
        // A note ends with its signature and an empty line; the text and the signature are parted by one too.
        if (!text.EndsWith("\n\n", StringComparison.Ordinal))
            throw new FormatException("The checkpoint file does not end with a whole checkpoint.");
        var signature = text.LastIndexOf("\n\n", text.Length - 3, StringComparison.Ordinal);
        var begin = signature < 0 ? -1 : text.LastIndexOf("\n\n", signature - 1, StringComparison.Ordinal);
        return signature < 0 ? throw new FormatException("The checkpoint file does not end with a checkpoint.") : text[(begin < 0 ? 0 : begin + 2)..^1];
    }

    /// <summary>The notes, one by one. What is no note comes as it is, as far as it goes.</summary>
    public static IEnumerable<string> Read(string file)
    {
        using var stream = Open(file);
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: false);
        var note = new StringBuilder();
        var empty = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 || empty == 0)
                note.Append(line).Append('\n');
            empty += line.Length == 0 ? 1 : 0;
            if (empty == 2 || note.Length > LongestNote)
            {
                yield return note.ToString();
                note.Clear();
                empty = 0;
            }
        }
        if (note.Length > 0)
            yield return note.ToString();
    }

    /// <summary>Adds notes at the end, and waits until they are on the disk.</summary>
    public static void Append(string file, IEnumerable<string> notes)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        foreach (var note in notes)
            stream.Write(Encoding.UTF8.GetBytes(note + "\n"));
        stream.Flush(flushToDisk: true);
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
}
