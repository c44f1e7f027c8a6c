using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ComplianceHub.Exchange;

/// <summary>The text of an imported file: at most 10 MB of valid UTF-8 without control characters.</summary>
public sealed class ImportText
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    private ImportText(string file, string text) => (File, Text) = (file, text);

    /// <summary>The name of the file, without its folder.</summary>
    public string File { get; }

    /// <summary>Its text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>
    /// Reads a stream that somebody else controls. Never reads more than one byte past <see cref="LargestFile"/>.
    /// </summary>
    /// <returns>The text, or null when <paramref name="messages"/> says why not.</returns>
    /// <exception cref="IOException">The stream broke off; that is not the file's fault.</exception>
    public static async Task<ImportText?> ReadAsync(
        string file, Stream stream, ImportMessages messages, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        while (content.Length <= LargestFile)
        {
            var room = (int)Math.Min(buffer.Length, LargestFile + 1 - content.Length);
            var count = await stream.ReadAsync(buffer.AsMemory(0, room), ct);
            if (count == 0)
                return Decode(file, content.GetBuffer().AsSpan(0, (int)content.Length), messages);
            content.Write(buffer, 0, count);
        }
        messages.Error(
            FilePosition.StartOf(file),
            $"The file is larger than {LargestFile / (1024 * 1024)} MB, the largest that is read.");
        return null;
    }

    /// <summary>Checks bytes that are in memory already.</summary>
    /// <returns>The text, or null when <paramref name="messages"/> says why not.</returns>
    public static ImportText? Decode(string file, ReadOnlySpan<byte> content, ImportMessages messages)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            messages.Error(FilePosition.StartOf(file), "The file is UTF-16. Save it as UTF-8.");
            return null;
        }
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];

        var text = new char[content.Length];
        var status = Utf8.ToUtf16(content, text, out var read, out var written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
        {
            var line = 1 + content[..read].Count((byte)'\n');
            messages.Error(new(file, line, 1, FilePosition.WholeFile), "This line is not UTF-8 text. Save the file as UTF-8.");
            return null;
        }
        return WithoutControlCharacters(file, text.AsSpan(0, written), messages);
    }

    // The scanner of the YAML library takes U+0000 for the end of the file and would drop the rest without a word.
    private static ImportText? WithoutControlCharacters(string file, ReadOnlySpan<char> text, ImportMessages messages)
    {
        for (var (index, line, start) = (0, 1, 0); index < text.Length; index++)
        {
            var character = text[index];
            if (character == '\n')
                (line, start) = (line + 1, index + 1);
            else if (character is (< ' ' and not ('\t' or '\r')) or '\x7F' or '\uFFFE' or '\uFFFF')
            {
                messages.Error(
                    new(file, line, index - start + 1, FilePosition.WholeFile),
                    $"This line holds the control character U+{(int)character:X4}, which text may not.");
                return null;
            }
        }
        return new ImportText(file, text.ToString());
    }
}
