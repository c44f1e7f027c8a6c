using System.Text;

namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>A piece of text of one look, or a sign, as the paragraph's tree holds it; page numbers are filled in.</summary>
/// <param name="Text">Printable text; empty for a sign.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Sign">The sign, when it is one.</param>
internal readonly record struct Piece(string Text, TextStyle Style, Mark? Sign = null);

/// <summary>Turns paragraphs into words with widths, ready to be broken into lines. Keeps its working memory from one
/// paragraph to the next.</summary>
internal sealed class Paragraph(Shaper shaper)
{
    /// <summary>A sign is as wide as this share of its text's size (3.7 mm at 9.25 points).</summary>
    public const float SignSize = 1.13f;

    /// <summary>A sign and the gap to the word beside it.</summary>
    public const float SignAdvance = SignSize + 0.3f;

    private const char SignPlaceholder = '\uFFFC';

    /// <summary>The words, spaces and signs in reading order.</summary>
    public List<Token> Tokens { get; } = [];

    /// <summary>Whether anything is read from right to left.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>Reads the next paragraph.</summary>
    public void Read(ReadOnlySpan<Piece> pieces)
    {
        Tokens.Clear();
        IsMixed = false;
        if (pieces.Length == 1)
            Append(pieces[0], ReadingOrder.Levels(pieces[0].Text));
        else
            AppendAll(pieces);
    }

    // The reading order is the paragraph's, not the piece's: a bold word does not change it.
    private void AppendAll(ReadOnlySpan<Piece> pieces)
    {
        var all = new StringBuilder();
        foreach (var piece in pieces)
            all.Append(piece.Sign is null ? piece.Text : SignPlaceholder.ToString());
        var levels = ReadingOrder.Levels(all.ToString());
        var at = 0;
        foreach (var piece in pieces)
        {
            var length = piece.Sign is null ? piece.Text.Length : 1;
            Append(piece, levels is null ? [] : levels.AsSpan(at, length));
            at += length;
        }
    }

    private void Append(Piece piece, ReadOnlySpan<byte> levels)
    {
        if (piece.Sign is not null)
        {
            Tokens.Add(new(TokenKind.Mark, piece.Style, levels.IsEmpty ? (byte)0 : levels[0], piece.Style.Size * SignAdvance, piece.Sign));
            return;
        }
        IsMixed |= !levels.IsEmpty;
        var text = piece.Text.AsSpan();
        for (var start = 0; start < text.Length;)
        {
            if (text[start] == '\n')
            {
                Tokens.Add(new(TokenKind.LineEnd, piece.Style, 0, 0));
                start++;
                continue;
            }
            var end = WordBreaks.PieceEnd(text, start);
            AppendWord(text[start..end], piece.Style, levels.IsEmpty ? [] : levels[start..end],
                WordBreaks.IsSpace(text[start]) ? TokenKind.Space
                : end < text.Length && !WordBreaks.IsSpace(text[end]) && text[end] != '\n' ? TokenKind.LastOfWord : TokenKind.Word);
            start = end;
        }
    }

    private void AppendWord(ReadOnlySpan<char> word, TextStyle style, ReadOnlySpan<byte> levels, TokenKind kind)
    {
        for (var start = 0; start < word.Length;)
        {
            var level = levels.IsEmpty ? (byte)0 : levels[start];
            var end = levels.IsEmpty ? word.Length : start + 1;
            while (end < word.Length && levels[end] == level)
                end++;
            var runs = shaper.Shape(word[start..end], style, (level & 1) == 1);
            for (var i = 0; i < runs.Length; i++)
            {
                var isLast = end == word.Length && i == runs.Length - 1;
                Tokens.Add(Token.Of(kind == TokenKind.LastOfWord && !isLast ? TokenKind.Word : kind, runs[i], style, level));
            }
            start = end;
        }
    }
}
