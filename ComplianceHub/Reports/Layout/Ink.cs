namespace ComplianceHub.Reports.Layout;

/// <summary>A colour on paper. The named ones are those of the visual rules; all are read in grey print too,
/// because no meaning hangs on colour alone.</summary>
public readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    /// <summary>Running text, head rules of tables, numbers.</summary>
    public static readonly Ink Text = new(0x15, 0x1A, 0x24);

    /// <summary>Second lines, labels, running head and foot.</summary>
    public static readonly Ink Grey = new(0x52, 0x5C, 0x6D);

    /// <summary>Rules between blocks and frames of boxes.</summary>
    public static readonly Ink Rule = new(0xC9, 0xCF, 0xD9);

    /// <summary>Rules between the rows of a table.</summary>
    public static readonly Ink RowRule = new(0xD3, 0xD8, 0xE0);

    /// <summary>Met, and the bands Ready and Nearly.</summary>
    public static readonly Ink Pass = new(0x0E, 0x85, 0x62);

    /// <summary>Met in part, and the band Gaps.</summary>
    public static readonly Ink Partial = new(0xB0, 0x6C, 0x00);

    /// <summary>Not met, the band Not ready, and the rule above a failing requirement.</summary>
    public static readonly Ink Fail = new(0xC2, 0x2E, 0x24);

    /// <summary>Not applicable, not assessed, hatching of what is not known.</summary>
    public static readonly Ink Neutral = new(0x6E, 0x79, 0x8A);

    /// <summary>What a person stated, as against what the registers prove.</summary>
    public static readonly Ink Stated = new(0x7A, 0x3B, 0x9E);

    /// <summary>The empty part of a score bar.</summary>
    public static readonly Ink Track = new(0xED, 0xF0, 0xF4);

    /// <summary>The ticks of a score bar.</summary>
    public static readonly Ink Tick = new(0x7C, 0x86, 0x96);
}
