namespace ComplianceHub.Reports.Signing;

/// <summary>Where an altered report differs from the one that it was made from.</summary>
/// <param name="First">The first byte that differs; the first of the file is 1.</param>
/// <param name="Last">The last byte that differs, or the end of the longer file.</param>
/// <param name="Count">How many differ.</param>
/// <param name="Length">How many bytes the report had when it was signed.</param>
public sealed record AlteredBytes(int First, int Last, int Count, int Length)
{
    /// <summary>The place as a sentence.</summary>
    public string Sentence => Count == 1
        ? $"Compared with the report that is stored here, byte {First:N0} of {Length:N0} differs."
        : $"Compared with the report that is stored here, {Count:N0} bytes differ, from byte {First:N0} to byte {Last:N0} of {Length:N0}.";

    /// <summary>Compares a file with the report as it was signed. Only who holds the report's own signature is told, or one
    /// could find out a report that one never had, byte by byte.</summary>
    /// <param name="signed">The bytes that were signed and stored.</param>
    /// <param name="altered">The bytes that somebody sent.</param>
    /// <returns>Null when the file does not carry the report's signature, or does not differ.</returns>
    public static AlteredBytes? Between(byte[] signed, byte[] altered)
    {
        ArgumentNullException.ThrowIfNull(signed);
        ArgumentNullException.ThrowIfNull(altered);
        if (SignatureRange.In(signed) is not [var original, ..] || !SignatureRange.In(altered).Exists(range => range.Proof(altered).SequenceEqual(original.Proof(signed))))
            return null;
        var shorter = Math.Min(signed.Length, altered.Length);
        var (first, last, count) = (0, 0, Math.Abs(signed.Length - altered.Length));
        for (var i = 0; i < shorter; i++)
        {
            if (signed[i] == altered[i])
                continue;
            first = first == 0 ? i + 1 : first;
            last = i + 1;
            count++;
        }
        if (count == 0)
            return null;
        var hasTail = signed.Length != altered.Length;
        return new(first == 0 ? shorter + 1 : first, hasTail ? Math.Max(signed.Length, altered.Length) : last, count, signed.Length);
    }
}
