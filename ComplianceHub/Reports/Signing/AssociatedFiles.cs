using System.Globalization;
using System.Security.Cryptography;
using ComplianceHub.Reports.Layout.Pdf;

namespace ComplianceHub.Reports.Signing;

/// <summary>Puts files into a PDF as its data (associated files, ISO 32000-2, 14.13), where readers list them too.</summary>
internal static class AssociatedFiles
{
    /// <summary>Appends the files. Their names are unique.</summary>
    public static void Add(PdfUpdate update, IReadOnlyList<AttachedFile> files)
    {
        if (files.Count == 0)
            return;
        // A name tree is sorted; the order of UTF-16 is that of its hexadecimal notation.
        List<(string Name, int Number)> added = [.. files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => (file.Name, Add(update, file)))];
        update.SetInCatalog("/AF", $"[{string.Join(' ', added.Select(file => $"{file.Number} 0 R"))}]");
        update.SetInCatalog("/Names", $"<</EmbeddedFiles <</Names [{string.Join(' ', added.Select(file => $"{PdfUpdate.Text(file.Name)} {file.Number} 0 R"))}]>>>>");
    }

    private static int Add(PdfUpdate update, AttachedFile file)
    {
        var size = file.Content.Length.ToString(CultureInfo.InvariantCulture);
#pragma warning disable CA5351 // ISO 32000-1, table 46: the check sum of an embedded file is MD5; the signature over all of it is SHA-256.
        var checkSum = Convert.ToHexString(MD5.HashData(file.Content));
#pragma warning restore CA5351
        var stream = update.AddStream(
            $"/Type /EmbeddedFile\n/Subtype /{file.MediaType.Replace("/", "#2F", StringComparison.Ordinal)}\n/Params <</Size {size} /CheckSum <{checkSum}>>>", file.Content);
        return update.Add(
            $"<</Type /Filespec\n/F {PdfUpdate.Text(file.Name)}\n/UF {PdfUpdate.Text(file.Name)}\n/Desc {PdfUpdate.Text(file.Description)}\n/AFRelationship /Data\n/EF <</F {stream} 0 R /UF {stream} 0 R>>>>");
    }
}
