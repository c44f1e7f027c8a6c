using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ComplianceHub.Reports.Layout.Pdf;

/// <summary>Appends objects to a finished PDF, as ISO 32000-1, 7.5.6 (incremental updates) describes: the bytes before
/// stay as they are. This is how an outline gets into a file that Skia wrote, and how associated files and a signature
/// can follow.</summary>
internal sealed partial class PdfUpdate
{
    private readonly byte[] _original;
    private readonly long _originalTable;
    private readonly string _trailerInfo;
    private readonly Dictionary<int, long> _offsets = [];
    private readonly SortedDictionary<int, string> _objects = [];
    private readonly Dictionary<string, string> _catalogEntries = [];
    private readonly int _catalog;
    private int _next;

    /// <summary>Opens a PDF with plain cross-reference tables, as Skia and this class write them.</summary>
    /// <exception cref="InvalidDataException">The bytes are something else.</exception>
    public PdfUpdate(byte[] original)
    {
        _original = original;
        var tail = Encoding.Latin1.GetString(original, Math.Max(0, original.Length - 1024), Math.Min(1024, original.Length));
        _originalTable = Number(StartXref().Match(tail));
        var table = Encoding.Latin1.GetString(original, (int)_originalTable, original.Length - (int)_originalTable);
        _next = (int)Number(TrailerSize().Match(table));
        _catalog = (int)Number(TrailerRoot().Match(table));
        _trailerInfo = TrailerEntryInfo().Match(table).Value;
        ReadOffsets(_originalTable);
    }

    /// <summary>The numbers of the page objects, in order.</summary>
    public IReadOnlyList<int> Pages => [.. Leaves(ReferenceIn(ObjectText(_catalog), "/Pages"))];

    /// <summary>The number that the next <see cref="Add"/> will return, for objects that point at each other.</summary>
    public int Next => _next;

    /// <summary>Appends an object.</summary>
    /// <param name="body">In PDF notation; a character for a byte.</param>
    /// <returns>Its number.</returns>
    public int Add(string body)
    {
        _objects.Add(_next, body);
        return _next++;
    }

    /// <summary>Appends a compressed stream.</summary>
    /// <param name="entries">Of its dictionary, in PDF notation, without length and filter.</param>
    /// <param name="content">Before compression.</param>
    /// <returns>Its number.</returns>
    public int AddStream(string entries, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zip.Write(content);
        var data = Encoding.Latin1.GetString(packed.GetBuffer(), 0, (int)packed.Length);
        return Add($"<<{entries}\n/Filter /FlateDecode\n/Length {packed.Length}>>\nstream\n{data}\nendstream");
    }

    /// <summary>Adds an entry to the dictionary of an object that is there.</summary>
    /// <param name="number">Of the object; not the document catalogue.</param>
    /// <param name="name">With its slash; an entry that is not there yet.</param>
    /// <param name="value">In PDF notation.</param>
    public void SetIn(int number, string name, string value) => _objects[number] = WithEntries(ObjectText(number), [new(name, value)]);

    /// <summary>Adds an entry to the document catalogue.</summary>
    /// <param name="name">With its slash.</param>
    /// <param name="value">In PDF notation.</param>
    public void SetInCatalog(string name, string value) => _catalogEntries[name] = value;

    /// <summary>Text in PDF notation. Hexadecimal UTF-16, so that no character of it can end the string.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>The original bytes, the appended objects, and a trailer whose /ID is the hash of everything before.</summary>
    public byte[] Finish()
    {
        if (_catalogEntries.Count > 0)
            _objects[_catalog] = WithEntries(ObjectText(_catalog), _catalogEntries);
        var appended = new StringBuilder();
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, body) in _objects)
        {
            offsets[number] = _original.Length + appended.Length + 1;
            appended.Append(CultureInfo.InvariantCulture, $"\n{number} 0 obj\n{body}\nendobj");
        }
        AppendTable(appended, offsets, Hash(appended.ToString()));
        return [.. _original, .. Encoding.Latin1.GetBytes(appended.ToString())];
    }

    private string Hash(string appended)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_original);
        hash.AppendData(Encoding.Latin1.GetBytes(appended));
        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private void AppendTable(StringBuilder appended, SortedDictionary<int, long> offsets, string id)
    {
        var start = _original.Length + appended.Length + 1;
        appended.Append("\nxref\n");
        foreach (var (number, offset) in offsets)
            appended.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n");
        appended.Append(CultureInfo.InvariantCulture,
            $"trailer\n<</Size {_next}\n/Root {_catalog} 0 R\n{_trailerInfo}\n/Prev {_originalTable}\n/ID [<{id}> <{id}>]>>\nstartxref\n{start}\n%%EOF\n");
    }

    // The newest table comes first; what an older one says about the same object no longer holds.
    private void ReadOffsets(long start)
    {
        var table = Encoding.Latin1.GetString(_original.AsSpan((int)start));
        var (head, tail) = (0, table.IndexOf("trailer", StringComparison.Ordinal));
        var lines = table[..tail].Split('\n');
        for (var line = 1; line < lines.Length && lines[line].Split(' ') is [var first, var count]; line += 1 + head)
        {
            head = int.Parse(count, CultureInfo.InvariantCulture);
            for (var at = 0; at < head; at++)
                _offsets.TryAdd(int.Parse(first, CultureInfo.InvariantCulture) + at, long.Parse(lines[line + 1 + at].AsSpan(0, 10), CultureInfo.InvariantCulture));
        }
        var trailer = table[tail..table.IndexOf("startxref", tail, StringComparison.Ordinal)];
        if (TrailerPrevious().Match(trailer) is { Success: true } previous && Number(previous) < start)
            ReadOffsets(Number(previous));
    }

    private static string WithEntries(string dictionary, IEnumerable<KeyValuePair<string, string>> entries) =>
        dictionary.Insert(dictionary.LastIndexOf(">>", StringComparison.Ordinal), string.Concat(entries.Select(entry => $"\n{entry.Key} {entry.Value}")));

    private string ObjectText(int number)
    {
        var text = _original.AsSpan((int)_offsets[number]);
        text = text[(text.IndexOf("obj"u8) + 3)..text.IndexOf("endobj"u8)];
        return Encoding.Latin1.GetString(text).Trim();
    }

    // Skia arranges pages as a tree of up to eight children to a node.
    private IEnumerable<int> Leaves(int node)
    {
        var text = ObjectText(node);
        var kids = Kids().Match(text);
        return kids.Success
            ? Reference().Matches(kids.Value).SelectMany(kid => Leaves((int)Number(kid)))
            : [node];
    }

    private static int ReferenceIn(string text, string name) =>
        (int)Number(Regex.Match(text, Regex.Escape(name) + @" (\d+) 0 R"));

    private static long Number(Match match) => match.Success
        ? long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : throw new InvalidDataException("The PDF does not have the structure that Skia writes.");

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF\s*$")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"/Size (\d+)")]
    private static partial Regex TrailerSize();

    [GeneratedRegex(@"/Root (\d+) 0 R")]
    private static partial Regex TrailerRoot();

    [GeneratedRegex(@"/Info \d+ 0 R")]
    private static partial Regex TrailerEntryInfo();

    [GeneratedRegex(@"/Prev (\d+)")]
    private static partial Regex TrailerPrevious();

    [GeneratedRegex(@"/Kids \[[^\]]*\]")]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Reference();
}
