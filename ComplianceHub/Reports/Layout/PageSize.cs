namespace ComplianceHub.Reports.Layout;

/// <summary>The sheet a report is printed on, in points (1/72 inch).</summary>
/// <param name="Width">The short side, in points.</param>
/// <param name="Height">The long side, in points.</param>
public readonly record struct PageSize(float Width, float Height)
{
    /// <summary>210 mm by 297 mm, the sheet of most of the world.</summary>
    public static readonly PageSize A4 = new(210f.Millimetres(), 297f.Millimetres());

    /// <summary>8.5 in by 11 in, the sheet of North America.</summary>
    public static readonly PageSize Letter = new(612, 792);

    /// <summary>The sheet with a name, "a4" or "letter" in any case; A4 when none is named, null when there is none of that name.</summary>
    public static PageSize? WithName(string? name) => name?.ToUpperInvariant() switch
    {
        null or "" or "A4" => A4,
        "LETTER" => Letter,
        _ => null,
    };
}

/// <summary>Lengths on paper. Everything in the layout is in points (1/72 inch).</summary>
public static class Lengths
{
    /// <summary>A length given in millimetres, in points.</summary>
    public static float Millimetres(this float millimetres) => millimetres * 72 / 25.4f;

    /// <summary>A length given in millimetres, in points.</summary>
    public static float Millimetres(this int millimetres) => Millimetres((float)millimetres);

    /// <summary>A length given in millimetres, in points.</summary>
    public static float Millimetres(this double millimetres) => Millimetres((float)millimetres);
}
