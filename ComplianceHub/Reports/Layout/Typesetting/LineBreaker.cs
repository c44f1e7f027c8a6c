namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>One line of a paragraph.</summary>
/// <param name="Start">The first of its tokens.</param>
/// <param name="End">After the last of its tokens.</param>
/// <param name="Width">In points, without the spaces at its end.</param>
internal readonly record struct Line(int Start, int End, float Width);

/// <summary>Fills lines one after the other with as many words as fit. A word wider than a line is cut between letters,
/// so nothing ever leaves its column.</summary>
internal sealed class LineBreaker
{
    private readonly float _width;
    private readonly List<Token> _set = [];
    private readonly List<Line> _lines = [];
    private int _start;
    private float _pen;

    private LineBreaker(float width) => _width = width;

    /// <summary>The lines of a paragraph, and its tokens with long words cut.</summary>
    /// <param name="tokens">In reading order.</param>
    /// <param name="width">Of a line, in points.</param>
    public static (List<Token> Tokens, List<Line> Lines) Break(List<Token> tokens, float width)
    {
        var breaker = new LineBreaker(width + 0.01f);
        for (var i = 0; i < tokens.Count;)
        {
            if (tokens[i].Kind is TokenKind.Space or TokenKind.LineEnd)
            {
                breaker.Add(tokens[i]);
                if (tokens[i++].Kind == TokenKind.LineEnd)
                    breaker.EndLine();
                continue;
            }
            var (end, wordWidth) = Word(tokens, i);
            breaker.AddWord(tokens, i, end, wordWidth);
            i = end;
        }
        if (breaker._set.Count > breaker._start || breaker._lines.Count == 0)
            breaker.EndLine();
        return (breaker._set, breaker._lines);
    }

    private static (int End, float Width) Word(List<Token> tokens, int start)
    {
        var (end, width) = (start, 0f);
        while (end < tokens.Count && tokens[end].Kind is not (TokenKind.Space or TokenKind.LineEnd))
        {
            width += tokens[end].Width;
            if (tokens[end++].Kind == TokenKind.LastOfWord)
                break;
        }
        return (end, width);
    }

    private void AddWord(List<Token> tokens, int start, int end, float width)
    {
        if (_pen > 0 && _pen + width > _width)
            EndLine();
        var isTooWide = width > _width;
        for (var i = start; i < end; i++)
            if (isTooWide && tokens[i].Run is not null)
                AddCut(tokens[i]);
            else
                Add(tokens[i]);
    }

    private void AddCut(Token token)
    {
        var size = token.Style.Size;
        foreach (var run in token.Run!.Cut(() => ((_width - _pen) / size, _pen <= 0), token.Style.Tracking))
        {
            if (run is not null)
                Add(Token.Of(token.Kind, run, token.Style, token.Level));
            else
                EndLine();
        }
    }

    private void Add(Token token)
    {
        _set.Add(token);
        _pen += token.Width;
    }

    private void EndLine()
    {
        var end = _set.Count;
        var width = _pen;
        while (end > _start && _set[end - 1].Kind is TokenKind.Space or TokenKind.LineEnd)
            width -= _set[--end].Width;
        _lines.Add(new(_start, end, width));
        (_start, _pen) = (_set.Count, 0);
    }
}
