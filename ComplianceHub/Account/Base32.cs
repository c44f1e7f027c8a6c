namespace ComplianceHub.Account;

/// <summary>Text that authenticator apps take as a secret (RFC 4648, without padding).</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerLetter = 5;
    private const int BitsPerByte = 8;

    /// <summary>The bytes of a text.</summary>
    /// <exception cref="FormatException">A character is no letter of the alphabet.</exception>
    public static byte[] Read(string text)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in text.TrimEnd('='))
        {
            var value = Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0)
                throw new FormatException($"'{letter}' is no letter of Base32.");
            (bits, count) = ((bits << BitsPerLetter) | value, count + BitsPerLetter);
            if (count >= BitsPerByte)
            {
                count -= BitsPerByte;
                bytes.Add((byte)(bits >> count));
                bits &= (1 << count) - 1;
            }
        }
        return [.. bytes];
    }
}
