using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>A stored file that proves something. Its bytes lie in the database under their hash.</summary>
public sealed class EvidenceFile : OwnedRecord
{
    /// <summary>The largest file, in bytes: 25 MB.</summary>
    public const long LargestSize = 25 * 1024 * 1024;

    /// <summary>The file's name as it was uploaded.</summary>
    [Editable(true), Required(ErrorMessage = "Choose a file."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string FileName { get; set; } = "";

    /// <summary>The type found in the content, never the one the browser named.</summary>
    [StringLength(120)]
    public string ContentType { get; set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    /// <summary>SHA-256 of the content, in lower-case hex.</summary>
    [StringLength(64)]
    public string Sha256 { get; set; } = "";

    /// <summary>When it was uploaded.</summary>
    public DateOnly UploadedOn { get; set; }

    /// <summary>Who uploaded it: a user's id; null when the program did.</summary>
    public Guid? UploadedBy { get; set; }

    /// <inheritdoc />
    public override string DisplayName => FileName;

    /// <inheritdoc />
    public override Register Register => Register.Evidence;
}
