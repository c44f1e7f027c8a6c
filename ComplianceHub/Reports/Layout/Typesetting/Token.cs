namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>What stands at a place in a line.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters that stay together with the next token.</summary>
    Word,

    /// <summary>Letters after which the line may end.</summary>
    LastOfWord,

    /// <summary>Spaces, which vanish at the end of a line.</summary>
    Space,

    /// <summary>A line feed in the text.</summary>
    LineEnd,

    /// <summary>A drawn sign.</summary>
    Mark,
}

/// <summary>The smallest part of a paragraph that is set as one: a word or part of one, spaces, a sign.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Level">Its embedding level; odd is read from right to left.</param>
/// <param name="Width">How far it moves the pen, in points.</param>
/// <param name="Content">The letters or the sign; null for the end of a line.</param>
internal readonly record struct Token(TokenKind Kind, TextStyle Style, byte Level, float Width, object? Content = null)
{
    /// <summary>The letters, when there are any.</summary>
    public ShapedRun? Run => Content as ShapedRun;

    /// <summary>The sign, when it is one.</summary>
    public Mark? Sign => Content as Mark;

    /// <summary>Letters in a style.</summary>
    public static Token Of(TokenKind kind, ShapedRun run, TextStyle style, byte level) =>
        new(kind, style, level, (run.Width + (run.Letters.Length * style.Tracking)) * style.Size, run);
}
