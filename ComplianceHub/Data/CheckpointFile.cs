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

    private static ReadOnlySpan<byte> Signature => "— "u8;

    /// <summary>Where the file ends.</summary>
    /// <param name="Note">The last whole note; null when there is none.</param>
    /// <param name="Torn">What follows it: the beginning of a note that a crash did not let be written whole.</param>
    public sealed record Ending(string? Note, byte[] Torn);

    /// <summary>Where the file ends; nothing where there is no file.</summary>
    /// <exception cref="FormatException">There is no note at the end, and more than one could leave behind.</exception>
    public static Ending End(string file)
    {
        if (!File.Exists(file))
            return new(null, []);
        using var stream = Open(file);
        stream.Seek(-Math.Min(stream.Length, 3 * LongestNote), SeekOrigin.End);
        var bytes = new byte[stream.Length - stream.Position];
        stream.ReadExactly(bytes);
        // Text and signature are parted by an empty line, and the signature ends with one.
        List<int> blocks = [0];
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n')
                blocks.Add(i + 2);
        }
        for (var end = blocks.Count - 1; end > 0; end--)
        {
            if (bytes.AsSpan(blocks[end - 1]).StartsWith(Signature))
                return new(Encoding.UTF8.GetString(bytes[(end > 1 ? blocks[end - 2] : 0)..(blocks[end] - 1)]), bytes[blocks[end]..]);
        }
        return bytes.Length <= LongestNote ? new(null, bytes) : throw new FormatException("The checkpoint file does not end with a checkpoint.");
    }

    /// <summary>The bytes of notes in the file.</summary>
    public static byte[] BytesOf(IEnumerable<string> notes) => Encoding.UTF8.GetBytes(string.Concat(notes.Select(note => note + "\n")));

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

    /// <summary>Adds bytes at the end, and waits until they are on the disk.</summary>
    public static void Append(string file, ReadOnlySpan<byte> bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
}
