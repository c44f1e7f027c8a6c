using System.Globalization;
using System.Text;

namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>Finds a font for every character of a word.</summary>
internal static class FaceChoice
{
    /// <summary>A stretch of a word that one font can print.</summary>
    public readonly record struct Stretch(FontFace Face, string Text);

    /// <summary>Splits a word by font. What no font can print becomes its code point, "‹U+1F642›", so that nothing of
    /// the text is lost and no two records look the same that are not.</summary>
    /// <param name="word">Printable text.</param>
    /// <param name="faces">The fonts to try, the best first.</param>
    /// <param name="missing">Receives the characters that no font can print.</param>
    public static IReadOnlyList<Stretch> Split(string word, FontFace[] faces, ISet<Rune> missing)
    {
        if (CanPrint(faces[0], word))
            return [new(faces[0], word)];
        var stretches = new List<Stretch>();
        var letters = StringInfo.GetTextElementEnumerator(word);
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            var face = Array.Find(faces, face => CanPrint(face, letter));
            Append(stretches, face is null ? new(faces[0], CodePoints(letter, faces[0], missing)) : new(face, letter));
        }
        return stretches;
    }

    /// <summary>The two joiners have no drawing; the shaper needs them and hides them.</summary>
    public static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    private static bool CanPrint(FontFace face, string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (!face.Has(rune) && !IsJoiner(rune))
                return false;
        return true;
    }

    private static string CodePoints(string letter, FontFace face, ISet<Rune> missing)
    {
        var printed = new StringBuilder();
        foreach (var rune in letter.EnumerateRunes())
        {
            if (face.Has(rune) || IsJoiner(rune))
            {
                printed.Append(rune);
                continue;
            }
            missing.Add(rune);
            printed.Append($"‹U+{rune.Value:X4}›");
        }
        return printed.ToString();
    }

    private static void Append(List<Stretch> stretches, Stretch next)
    {
        if (stretches.Count > 0 && stretches[^1].Face == next.Face)
            stretches[^1] = new(next.Face, stretches[^1].Text + next.Text);
        else
            stretches.Add(next);
    }
}
