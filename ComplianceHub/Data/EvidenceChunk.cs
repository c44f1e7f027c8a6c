namespace ComplianceHub.Data;

/// <summary>A piece of a file's bytes. Files lie in the database: one transaction, one backup, several instances. Equal
/// files are stored once, under their hash.</summary>
public sealed class EvidenceChunk : IDerived
{
    /// <summary>Bytes of a piece, except the last.</summary>
    public const int Size = 256 * 1024;

    /// <summary>SHA-256 of the whole file, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The place of the piece in the file, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; init; }
}
