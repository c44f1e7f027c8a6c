using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ComplianceHub.Domain;

namespace ComplianceHub.Data;

/// <summary>
/// What kind of file some bytes are, found in the bytes: neither the browser's word nor the name decides. Only kinds
/// that a viewer opens without running anything are taken; web pages, drawings and scripts are not, nor are macros.
/// </summary>
/// <param name="ContentType">The media type that the file is served as.</param>
/// <param name="Extensions">The endings that its name may have.</param>
public sealed record FileType(string ContentType, IReadOnlyList<string> Extensions)
{
    private const int HeaderLength = 8192;
    private const int MostEntries = 5000;

    private static readonly FileType Pdf = new("application/pdf", ["pdf"]);
    private static readonly FileType Png = new("image/png", ["png"]);
    private static readonly FileType Jpeg = new("image/jpeg", ["jpg", "jpeg"]);
    private static readonly FileType Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"]);
    private static readonly FileType Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"]);
    private static readonly FileType Email = new("message/rfc822", ["eml"]);
    private static readonly FileType Json = new("application/json", ["json"]);
    private static readonly FileType Csv = new("text/csv", ["csv"]);
    private static readonly FileType Text = new("text/plain", ["txt"]);

    private static readonly FileType[] All = [Pdf, Png, Jpeg, Xlsx, Docx, Email, Json, Csv, Text];

    /// <summary>The endings of all kinds that are taken, for the file chooser.</summary>
    public static IReadOnlyList<string> Taken { get; } =
        [.. All.SelectMany(type => type.Extensions)];

    /// <summary>The endings that a name may have for a media type; none for one that is not taken.</summary>
    public static IReadOnlyList<string> ExtensionsOf(string contentType) => All.FirstOrDefault(type => type.ContentType == contentType)?.Extensions ?? [];

    /// <summary>Finds the kind of a file.</summary>
    /// <exception cref="DomainException">It is none of the kinds that are taken, it holds macros, or its name says
    /// something else.</exception>
    public static FileType Of(byte[] content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        var ending = Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
        var found = Binary(content) ?? Office(content) ?? Written(content, ending);
        if (found is null)
            throw new DomainException(Taken.Contains(ending)
                ? $"The file's name ends in “{ending}”, but its content is something else. Open it to see whether it is damaged, or choose the right file."
                : $"This kind of file is not taken. Upload one of: {string.Join(", ", Taken)}.");
        if (!found.Extensions.Contains(ending))
            throw new DomainException($"The file's name ends in “{ending}”, but its content is {found.Extensions[0]}. Rename it, or choose the right file.");
        return found;
    }

    private static FileType? Binary(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? Pdf
        : content.StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }) ? Png
        : content.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF }) ? Jpeg
        : null;

    private static FileType? Office(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK\x03\x04"u8))
            return null;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries)
                return null;
            var names = archive.Entries.Select(entry => entry.FullName.Replace('\\', '/').ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
            if (names.Any(name => name.EndsWith("vbaproject.bin", StringComparison.Ordinal) || name.Contains("/macrosheets/", StringComparison.Ordinal)))
                throw new DomainException("The file holds macros, which are not taken. Save it without macros and upload it again.");
            return !names.Contains("[content_types].xml") ? null
                : names.Contains("xl/workbook.xml") ? Xlsx
                : names.Contains("word/document.xml") ? Docx
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // Text has no mark of its own, so the name chooses among the kinds that the content can be.
    private static FileType? Written(byte[] content, string ending)
    {
        if (!IsText(content) || LooksLikeMarkup(content))
            return null;
        return ending switch
        {
            "json" => IsJson(content) ? Json : null,
            "eml" => IsEmail(content) ? Email : null,
            "csv" => Csv,
            "txt" => Text,
            _ => null,
        };
    }

    private static bool IsText(ReadOnlySpan<byte> content)
    {
        foreach (var character in content)
        {
            if (character < ' ' && character is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                return false;
        }
        return content.Length > 0;
    }

    private static bool LooksLikeMarkup(byte[] content)
    {
        var start = Encoding.UTF8.GetString(content, 0, Math.Min(content.Length, HeaderLength)).TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        return start.StartsWith('<')
            || new[] { "<html", "<svg", "<script", "<?xml", "<!doctype" }.Any(tag => start.Contains(tag, StringComparison.OrdinalIgnoreCase) && !IsEmail(content));
    }

    private static bool IsJson(byte[] content)
    {
        try
        {
            var reader = new Utf8JsonReader(content.AsSpan().StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }) ? content.AsSpan(3) : content);
            while (reader.Read())
            {
                // Reading to the end is the test.
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsEmail(byte[] content)
    {
        var head = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, HeaderLength)).Split("\n\n")[0].Split("\r\n\r\n")[0];
        var fields = head.Split('\n').Where(line => line.Length > 0 && !char.IsWhiteSpace(line[0])).ToList();
        bool Has(string name) => fields.Exists(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return fields.TrueForAll(line => line.Contains(':', StringComparison.Ordinal)) && Has("From") && (Has("Date") || Has("Subject") || Has("Message-ID"));
    }
}
