using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Reports.Signing;

/// <summary>What a signed report says about itself to a program: which audit it is of, its short code, and the hashes of
/// the frozen files that it was made from. It is attached to the PDF as report.json.</summary>
/// <param name="Audit">The audit's id.</param>
/// <param name="Title">The audit's title.</param>
/// <param name="SignedAt">When it was signed off.</param>
/// <param name="Frozen">SHA-256 in lower-case hexadecimal of each frozen file, by its name.</param>
public sealed record ReportManifest(Guid Audit, string Title, DateTimeOffset SignedAt, IReadOnlyDictionary<string, string> Frozen)
{
    /// <summary>The name of the attached file.</summary>
    public const string FileName = "report.json";

    /// <summary>The longest that is read, in bytes; ours name at most a few files of each of fifty shops.</summary>
    public const int Longest = 256 * 1024;

    private const int Format = 1;

    /// <summary>The short code of the report.</summary>
    public string Code => CodeOf(Audit, Frozen);

    /// <summary>Describes a report.</summary>
    public static ReportManifest Of(Guid audit, string title, DateTimeOffset signedAt, IEnumerable<AttachedFile> frozen) =>
        new(audit, title, signedAt, Hashes(frozen));

    /// <summary>The code to print on a report before it is signed.</summary>
    public static string CodeOf(Guid audit, IEnumerable<AttachedFile> frozen) => CodeOf(audit, Hashes(frozen));

    /// <summary>The file to attach.</summary>
    public AttachedFile ToFile() => new(FileName, "application/json", "What this report is of, for programs", CanonicalJson.Bytes(new JsonObject
    {
        ["format"] = Format,
        ["audit"] = Audit.ToString(),
        ["title"] = Title,
        ["code"] = Code,
        ["signedAt"] = SignedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["frozen"] = new JsonObject(Frozen.Select(file => KeyValuePair.Create<string, JsonNode?>(file.Key, file.Value))),
    }));

    /// <summary>Reads the attached file.</summary>
    /// <returns>False for anything that this program did not write.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, [NotNullWhen(true)] out ReportManifest? manifest)
    {
        manifest = null;
        if (json.Length > Longest)
            return false;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 8 });
            if (JsonNode.Parse(ref reader) is not JsonObject root || (int?)root["format"] != Format || root["frozen"] is not JsonObject frozen)
                return false;
            var read = new ReportManifest(Guid.Parse((string)root["audit"]!), (string)root["title"]!,
                DateTimeOffset.Parse((string)root["signedAt"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                frozen.ToDictionary(file => file.Key, file => (string)file.Value!, StringComparer.Ordinal));
            if ((string?)root["code"] != read.Code)
                return false;
            manifest = read;
            return true;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether the attached files are the ones that were frozen.</summary>
    public bool Agrees(IEnumerable<AttachedFile> files)
    {
        var attached = Hashes(files.Where(file => Frozen.ContainsKey(file.Name)));
        return attached.Count == Frozen.Count && attached.All(file => Frozen[file.Key] == file.Value);
    }

    private static SortedDictionary<string, string> Hashes(IEnumerable<AttachedFile> files)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
            hashes[file.Name] = Sha256Text.Of(file.Content);
        return hashes;
    }

    // Lines as sha256sum writes them below the audit's id, so that the code can be computed again without this program.
    private static string CodeOf(Guid audit, IReadOnlyDictionary<string, string> frozen)
    {
        var lines = string.Concat(frozen.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}  {file.Key}\n"));
        return ShortCode.Of(SHA256.HashData(Encoding.UTF8.GetBytes($"{audit}\n{lines}")));
    }
}
