using System.Globalization;
using System.Text;

namespace ComplianceHub.Domain;

/// <summary>A name as addresses and the command line spell it: lower-case ASCII letters, digits and single hyphens.</summary>
public static class Slug
{
    /// <summary>The longest slug, in characters.</summary>
    public const int Longest = 60;

    /// <summary>
    /// The slug of a name, for example suesse-buecher of "Süße Bücher"; <paramref name="ifNone"/> when the name has no
    /// letter that can be spelled so.
    /// </summary>
    public static string Of(string name, string ifNone)
    {
        var slug = new StringBuilder();
        foreach (var character in WithoutLigatures(name).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(char.ToLowerInvariant(character));
            else if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var cut = slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
        return cut.Length == 0 ? ifNone : cut;
    }

    /// <summary>The slug, or the first of slug-2, slug-3 … that nobody has.</summary>
    public static string Free(string slug, IReadOnlySet<string> taken)
    {
        var free = slug;
        for (var number = 2; taken.Contains(free); number++)
            free = $"{slug[..Math.Min(slug.Length, Longest - 6)].TrimEnd('-')}-{number}";
        return free;
    }

    private static string WithoutLigatures(string name) => name.Normalize(NormalizationForm.FormC)
        .Replace("ä", "ae", StringComparison.OrdinalIgnoreCase)
        .Replace("ö", "oe", StringComparison.OrdinalIgnoreCase)
        .Replace("ü", "ue", StringComparison.OrdinalIgnoreCase)
        .Replace("ß", "ss", StringComparison.OrdinalIgnoreCase)
        .Replace("ø", "oe", StringComparison.OrdinalIgnoreCase)
        .Replace("æ", "ae", StringComparison.OrdinalIgnoreCase)
        .Replace("ł", "l", StringComparison.OrdinalIgnoreCase);
}
