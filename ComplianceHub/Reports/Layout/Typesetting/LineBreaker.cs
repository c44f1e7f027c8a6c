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
    private readonly List<Token> _set = [];
    private readonly List<Line> _lines = [];
    private float _width;
    private int _start;
    private float _pen;

    /// <summary>The lines of a paragraph, and its tokens with long words cut.</summary>
    /// <param name="tokens">In reading order.</param>
    /// <param name="width">Of a line, in points.</param>
    public (Token[] Tokens, Line[] Lines) Break(List<Token> tokens, float width)
    {
        _set.Clear();
        _lines.Clear();
        // Rounding must not break a line that was measured to fit.
        (_width, _start, _pen) = (width + 0.01f, 0, 0);
        for (var i = 0; i < tokens.Count;)
        {
            if (tokens[i].Kind is TokenKind.Space or TokenKind.LineEnd)
            {
                Add(tokens[i]);
                if (tokens[i++].Kind == TokenKind.LineEnd)
                    EndLine();
                continue;
            }
            var (end, wordWidth) = Word(tokens, i);
            AddWord(tokens, i, end, wordWidth);
            i = end;
        }
        if (_set.Count > _start || _lines.Count == 0)
            EndLine();
        return ([.. _set], [.. _lines]);
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
        for (var i = start; i < end; i++)
            if (width > _width && tokens[i].Run is not null)
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

    private void Add(in Token token)
    {
        _set.Add(token);
        _pen += token.Width;
    }

    private void EndLine()
    {
        var (end, width) = (_set.Count, _pen);
        while (end > _start && _set[end - 1].Kind is TokenKind.Space or TokenKind.LineEnd)
            width -= _set[--end].Width;
        _lines.Add(new(_start, end, width));
        (_start, _pen) = (_set.Count, 0);
    }
}
