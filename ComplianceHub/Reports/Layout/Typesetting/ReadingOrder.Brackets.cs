namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>Rule N0: the two brackets of a pair are read in one direction, so that "(2026)" behind a Hebrew name stays
/// in its brackets.</summary>
internal static partial class ReadingOrder
{
    private const string Opening = "([{";
    private const string Closing = ")]}";

    // The rule sets the same limit to nesting.
    private const int Deepest = 63;

    private static void ResolveBrackets(ReadOnlySpan<char> text, Kind[] kinds, Kind paragraph)
    {
        foreach (var (open, close) in Pairs(text))
            if (Direction(kinds, open, close, paragraph) is { } direction)
                kinds[open] = kinds[close] = direction;
    }

    // In the order of the opening brackets, as an outer pair is the context of the inner one.
    private static List<(int Open, int Close)> Pairs(ReadOnlySpan<char> text)
    {
        var pairs = new List<(int Open, int Close)>();
        var open = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Opening.Contains(text[i]))
            {
                if (open.Count == Deepest)
                    break;
                open.Add(i);
            }
            else if (Closing.IndexOf(text[i]) is >= 0 and var kind)
            {
                var partner = open.Count - 1;
                while (partner >= 0 && text[open[partner]] != Opening[kind])
                    partner--;
                if (partner < 0)
                    continue;
                pairs.Add((open[partner], i));
                open.RemoveRange(partner, open.Count - partner);
            }
        }
        pairs.Sort();
        return pairs;
    }

    // The paragraph's direction if anything inside has it; else, with anything strong inside, the direction before the pair.
    private static Kind? Direction(Kind[] kinds, int open, int close, Kind paragraph)
    {
        var hasOther = false;
        for (var i = open + 1; i < close; i++)
        {
            if (kinds[i] == Kind.Neutral)
                continue;
            if (Side(kinds[i]) == paragraph)
                return paragraph;
            hasOther = true;
        }
        if (!hasOther)
            return null;
        for (var i = open - 1; i >= 0; i--)
            if (kinds[i] != Kind.Neutral)
                return Side(kinds[i]);
        return paragraph;
    }
}
