using System.Globalization;
using System.Text;

namespace ComplianceHub.Data;

/// <summary>
/// A name folded for order and search: no case, no accents. SQLite sorts Zebra before apple and does not find ÄPFEL,
/// and PostgreSQL orders by the locale of its cluster; a stored key makes both do the same.
/// </summary>
public static class SortKey
{
    /// <summary>The name of the column, to order and search by: <c>EF.Property&lt;string&gt;(vendor, SortKey.Column)</c>.</summary>
    public const string Column = "SortKey";

    /// <summary>Longest key, in characters.</summary>
    public const int Longest = 200;

    /// <summary>The key of a name.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = new StringBuilder(name.Length);
        // Half a character has no normal form; the enumeration of whole ones replaces it.
        foreach (var character in string.Concat(name.EnumerateRunes()).ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            _ = character switch
            {
                'ß' => folded.Append("ss"),
                'æ' => folded.Append("ae"),
                'ø' => folded.Append('o'),
                'œ' => folded.Append("oe"),
                'ł' => folded.Append('l'),
                'đ' => folded.Append('d'),
                _ => folded.Append(character),
            };
        }
        var key = folded.ToString().Trim();
        return key.Length <= Longest ? key : key[..Longest];
    }
}
