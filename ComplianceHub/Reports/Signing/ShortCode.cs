using System.Diagnostics.CodeAnalysis;

namespace ComplianceHub.Reports.Signing;

/// <summary>The code that stands on a report and that a person can type: twelve letters and digits in groups of four,
/// 7F3K-92QM-4TXD, from the hash of what is frozen. It finds a report; the signature proves it.</summary>
public static class ShortCode
{
    // Crockford's alphabet: no I, L, O or U, which are read as something else.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    /// <summary>The code of a hash.</summary>
    /// <param name="hash">SHA-256 of what is frozen; its first 60 bits become the code.</param>
    /// <exception cref="ArgumentException">Fewer than eight bytes.</exception>
    public static string Of(ReadOnlySpan<byte> hash)
    {
        if (hash.Length < 8)
            throw new ArgumentException("A short code needs a hash.", nameof(hash));
        var bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash);
        Span<char> letters = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
            letters[i] = Alphabet[(int)(bits >> (59 - (5 * i))) & 31];
        return Grouped(letters);
    }

    /// <summary>Reads what a person typed: any case, with or without the hyphens, O for 0 and I or L for 1.</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out string? code)
    {
        code = null;
        Span<char> letters = stackalloc char[Length];
        var count = 0;
        foreach (var typedLetter in typed ?? "")
        {
            if (typedLetter is '-' or '–' or ' ')
                continue;
            var letter = char.ToUpperInvariant(typedLetter) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (count == Length || !Alphabet.Contains(letter, StringComparison.Ordinal))
                return false;
            letters[count++] = letter;
        }
        if (count != Length)
            return false;
        code = Grouped(letters);
        return true;
    }

    private static string Grouped(ReadOnlySpan<char> letters) => $"{letters[..4]}-{letters[4..8]}-{letters[8..]}";
}
