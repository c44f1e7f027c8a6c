namespace ComplianceHub.Reports.Layout;

/// <summary>The four weights that Inter is shipped in.</summary>
public enum FontWeight
{
    /// <summary>400, running text.</summary>
    Regular,

    /// <summary>500, the first cell of a row.</summary>
    Medium,

    /// <summary>600, names of records, heads of tables.</summary>
    SemiBold,

    /// <summary>700, titles and scores.</summary>
    Bold,
}

/// <summary>The edge that lines of text lean on.</summary>
public enum Alignment
{
    /// <summary>The left edge, for text.</summary>
    Start,

    /// <summary>The right edge, for numbers.</summary>
    End,
}

/// <summary>How a piece of text looks. Sizes are in points; the named styles are those of the visual rules.</summary>
public sealed record TextStyle
{
    /// <summary>Height of the letters, in points.</summary>
    public float Size { get; init; } = 9.25f;

    /// <summary>Distance from one line to the next, in points.</summary>
    public float LineHeight { get; init; } = 13.2f;

    /// <summary>Thickness of the strokes. Arabic and Hebrew have two: regular, and bold from <see cref="FontWeight.SemiBold"/> on.</summary>
    public FontWeight Weight { get; init; }

    /// <summary>The colour of the letters.</summary>
    public Ink Ink { get; init; } = Ink.Text;

    /// <summary>Letters of equal width, for hashes and file ids. The weight is always regular.</summary>
    public bool Mono { get; init; }

    /// <summary>Digits of equal width, so that numbers in a column stand below each other.</summary>
    public bool Tabular { get; init; }

    /// <summary>Space added between letters, in parts of the size; negative for large titles.</summary>
    public float Tracking { get; init; }

    /// <summary>The edge that lines lean on.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Sentences.</summary>
    public static readonly TextStyle Body = new();

    /// <summary>The title on page 1.</summary>
    public static readonly TextStyle Title = new() { Size = 21, LineHeight = 25, Weight = FontWeight.Bold, Tracking = -0.022f };

    /// <summary>The number of a score.</summary>
    public static readonly TextStyle Score = new() { Size = 30, LineHeight = 31, Weight = FontWeight.Bold, Tracking = -0.035f };

    /// <summary>The head of a chapter, outline level 1.</summary>
    public static readonly TextStyle Chapter = new() { Size = 14, LineHeight = 18, Weight = FontWeight.SemiBold, Tracking = -0.02f };

    /// <summary>The head of a section or of a requirement, outline level 2.</summary>
    public static readonly TextStyle Heading = new() { Size = 11.5f, LineHeight = 15, Weight = FontWeight.SemiBold, Tracking = -0.01f };

    /// <summary>The head of a part of a section, outline level 3 and below.</summary>
    public static readonly TextStyle Minor = new() { Size = 9.75f, LineHeight = 13, Weight = FontWeight.SemiBold };

    /// <summary>Rows of a table.</summary>
    public static readonly TextStyle Cell = new() { Size = 8.5f, LineHeight = 11.6f, Tabular = true };

    /// <summary>The head of a table.</summary>
    public static readonly TextStyle CellHead = new() { Size = 8, LineHeight = 11.6f, Weight = FontWeight.SemiBold };

    /// <summary>Rows of a table, numbers.</summary>
    internal static readonly TextStyle CellEnd = Cell with { Alignment = Alignment.End };

    /// <summary>The head of a table, above numbers.</summary>
    internal static readonly TextStyle CellHeadEnd = CellHead with { Alignment = Alignment.End };

    /// <summary>Remarks below tables, long statements.</summary>
    public static readonly TextStyle Note = new() { Size = 8, LineHeight = 11 };

    /// <summary>Units, citations, labels, the running head.</summary>
    public static readonly TextStyle Label = new() { Size = 7.75f, LineHeight = 10, Ink = Ink.Grey };

    /// <summary>The running foot.</summary>
    public static readonly TextStyle Foot = new() { Size = 7.25f, LineHeight = 9.5f, Ink = Ink.Grey, Tabular = true };

    /// <summary>Hashes and file ids.</summary>
    public static readonly TextStyle Hash = new() { Size = 7, LineHeight = 10, Ink = Ink.Grey, Mono = true };

    /// <summary>A code that a person reads off and types. Wider apart than 0.06, two W are read as two words.</summary>
    public static readonly TextStyle Code = Heading with { Tracking = 0.05f, Tabular = true };

    /// <summary>The same text in grey.</summary>
    public TextStyle Grey() => this with { Ink = Ink.Grey };

    /// <summary>The same text, semi-bold.</summary>
    public TextStyle Strong() => this with { Weight = FontWeight.SemiBold };
}
