using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ComplianceHub.Reports.Signing;

/// <summary>Reads the files out of a PDF that this program wrote. Of any other PDF it may find none; it never reads more
/// than <see cref="MostBytes"/> and follows no reference twice.</summary>
internal sealed partial class EmbeddedFiles
{
    /// <summary>Unpacked, all files together.</summary>
    public const int MostBytes = 128 * 1024 * 1024;

    // A report of as many shops as an audit may cover has two files of each, and a few more.
    private const int MostFiles = 200;
    private const int MostTables = 16;
    private const int MostObjects = 500_000;
    private const int LongestDictionary = 64 * 1024;

    private readonly ReadOnlyMemory<byte> _pdf;
    private readonly Dictionary<int, int> _offsets = [];
    private int _room = MostBytes;

    // Streams that do not overlap are together no longer than the file. What unpacks to nothing takes time all the same.
    private int _packed;

    private EmbeddedFiles(ReadOnlyMemory<byte> pdf) => (_pdf, _packed) = (pdf, pdf.Length);

    /// <summary>The associated files of a PDF, in order.</summary>
    public static IReadOnlyList<AttachedFile> In(ReadOnlyMemory<byte> pdf) => Read(pdf, _ => true, MostFiles);

    /// <summary>The associated file with a name, be the others readable or not; null when there is none.</summary>
    public static AttachedFile? In(ReadOnlyMemory<byte> pdf, string name) => Read(pdf, one => one == name, most: 1) is [var file] ? file : null;

    private static IReadOnlyList<AttachedFile> Read(ReadOnlyMemory<byte> pdf, Func<string, bool> isWanted, int most)
    {
        try
        {
            var reader = new EmbeddedFiles(pdf);
            return reader.Read(reader.ReadTables(), isWanted, most);
        }
        // Everything that a broken file can lead to: places outside of it, numbers too large, streams that are none.
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException or FormatException or OverflowException or IOException)
        {
            return [];
        }
    }

    private List<AttachedFile> Read(int catalog, Func<string, bool> isWanted, int most)
    {
        var files = new List<AttachedFile>();
        var references = Reference().Matches(Associated().Match(Dictionary(catalog)).Groups[1].Value).Select(file => Number(file.Groups[1]));
        foreach (var number in references.Distinct().Take(MostFiles))
        {
            if (files.Count == most)
                break;
            var specification = Dictionary(number);
            var name = Words(Name().Match(specification));
            if (!isWanted(name))
                continue;
            var stream = Number(Stream().Match(specification).Groups[1]);
            files.Add(new(name, MediaType().Match(Dictionary(stream)).Groups[1].Value.Replace("#2F", "/", StringComparison.Ordinal),
                Words(Description().Match(specification)), Content(stream)));
        }
        return files;
    }

    // From the newest table to the oldest; an object is where the newest says.
    private int ReadTables()
    {
        var tail = Text(Math.Max(0, _pdf.Length - 1024), 1024);
        var start = Number(Start().Match(tail).Groups[1]);
        var catalog = -1;
        var seen = new HashSet<int>();
        while (seen.Add(start) && seen.Count <= MostTables)
        {
            var at = ReadTable(start);
            var trailer = Text(at, 2048);
            if (catalog < 0)
                catalog = Number(Root().Match(trailer).Groups[1]);
            var end = trailer.IndexOf("startxref", StringComparison.Ordinal);
            if (Previous().Match(end < 0 ? trailer : trailer[..end]) is not { Success: true } previous)
                break;
            start = Number(previous.Groups[1]);
        }
        return catalog;
    }

    private int ReadTable(int start)
    {
        var at = Text(start, 5) == "xref\n" ? start + 5 : throw new InvalidDataException();
        while (Section().Match(Text(at, 24)) is { Success: true } section)
        {
            at += section.Length;
            var (first, count) = (Number(section.Groups[1]), Number(section.Groups[2]));
            if (count > (_pdf.Length - at) / 20 || _offsets.Count + count > MostObjects)
                throw new InvalidDataException();
            for (var i = 0; i < count; i++, at += 20)
                _offsets.TryAdd(checked(first + i), int.Parse(Text(at, 10), CultureInfo.InvariantCulture));
        }
        return at;
    }

    private string Dictionary(int number)
    {
        if (!_offsets.TryGetValue(number, out var offset))
            throw new InvalidDataException();
        var text = Text(offset, LongestDictionary);
        if (!text.StartsWith($"{number} 0 obj", StringComparison.Ordinal))
            throw new InvalidDataException();
        var end = EndOfDictionary().Match(text);
        return end.Success ? text[..end.Index] : text;
    }

    private byte[] Content(int number)
    {
        var dictionary = Dictionary(number);
        var begin = _offsets[number] + dictionary.Length + "\nstream\n".Length;
        var packed = _pdf.Slice(begin, Number(Length().Match(dictionary).Groups[1]));
        _packed -= packed.Length;
        if (_packed < 0)
            throw new InvalidDataException();
        using var zip = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (zip.Read(buffer) is > 0 and var count)
        {
            _room -= count;
            if (_room < 0)
                throw new InvalidDataException();
            content.Write(buffer, 0, count);
        }
        return content.ToArray();
    }

    private string Text(int at, int most) =>
        Encoding.Latin1.GetString(_pdf.Span.Slice(at, Math.Min(most, _pdf.Length - at)));

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Words(Match match) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[1].Value));

    [GeneratedRegex(@"startxref\s+(\d{1,10})\s+%%EOF\s*$")]
    private static partial Regex Start();

    [GeneratedRegex(@"^(\d{1,10}) (\d{1,10})\n")]
    private static partial Regex Section();

    [GeneratedRegex(@"/Root (\d{1,10}) 0 R")]
    private static partial Regex Root();

    [GeneratedRegex(@"/Prev (\d{1,10})")]
    private static partial Regex Previous();

    [GeneratedRegex(@"/AF \[([0-9 R]*)\]")]
    private static partial Regex Associated();

    [GeneratedRegex(@"(\d{1,10}) 0 R")]
    private static partial Regex Reference();

    [GeneratedRegex(@"/UF <FEFF([0-9A-F]*)>")]
    private static partial Regex Name();

    [GeneratedRegex(@"/Desc <FEFF([0-9A-F]*)>")]
    private static partial Regex Description();

    [GeneratedRegex(@"/EF <</F (\d{1,10}) 0 R")]
    private static partial Regex Stream();

    [GeneratedRegex(@"/Subtype /([A-Za-z0-9#.+-]*)")]
    private static partial Regex MediaType();

    [GeneratedRegex(@"/Length (\d{1,10})")]
    private static partial Regex Length();

    [GeneratedRegex(@"\n(endobj|stream\n)")]
    private static partial Regex EndOfDictionary();
}
