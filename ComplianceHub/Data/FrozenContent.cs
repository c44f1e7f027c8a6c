namespace ComplianceHub.Data;

/// <summary>Bytes that an audit froze or a manager signed, under their hash. They are named by a logged record and never change.</summary>
public sealed class FrozenContent : IDerived
{
    /// <summary>SHA-256 of the bytes, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The bytes as they were written.</summary>
    public required byte[] Bytes { get; init; }
}
