namespace ComplianceHub.Reports.Layout;

/// <summary>A small drawn sign beside a word. Each differs in shape, so that none depends on its colour.</summary>
public sealed class Mark
{
    private Mark(string name, string path, Ink ink) => (Name, Path, Ink) = (name, path, ink);

    /// <summary>The word that stands for the sign where a report is read as text.</summary>
    public string Name { get; }

    /// <summary>The colour of the sign.</summary>
    public Ink Ink { get; }

    /// <summary>Outline on a field of 24 by 24, in the notation of SVG. The shapes are Material icons (Apache 2.0),
    /// the same as on the screen.</summary>
    internal string Path { get; }

    /// <summary>Circle with a tick.</summary>
    public static readonly Mark Pass = new("pass",
        "M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm-2 15-5-5 1.41-1.41L10 14.17l7.59-7.59L19 8l-9 9z",
        Ink.Pass);

    /// <summary>Circle, one half filled.</summary>
    public static readonly Mark Partial = new("partial",
        "M12 22c5.52 0 10-4.48 10-10S17.52 2 12 2 2 6.48 2 12s4.48 10 10 10zm1-17.93c3.94.49 7 3.85 7 7.93s-3.05 7.44-7 7.93V4.07z",
        Ink.Partial);

    /// <summary>Octagon with a cross.</summary>
    public static readonly Mark Fail = new("fail",
        "M15.73 3H8.27L3 8.27v7.46L8.27 21h7.46L21 15.73V8.27L15.73 3zM17 15.74 15.74 17 12 13.26 8.26 17 7 15.74 10.74 12 7 8.26 8.26 7 12 10.74 15.74 7 17 8.26 13.26 12 17 15.74z",
        Ink.Fail);

    /// <summary>Circle with a minus.</summary>
    public static readonly Mark NotApplicable = new("not applicable",
        "M7 11v2h10v-2H7zm5-9C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm0 18c-4.41 0-8-3.59-8-8s3.59-8 8-8 8 3.59 8 8-3.59 8-8 8z",
        Ink.Neutral);

    /// <summary>Circle with a question mark.</summary>
    public static readonly Mark NotAssessed = new("not assessed",
        "M11 18h2v-2h-2v2zm1-16C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm0 18c-4.41 0-8-3.59-8-8s3.59-8 8-8 8 3.59 8 8-3.59 8-8 8zm0-14c-2.21 0-4 1.79-4 4h2c0-1.1.9-2 2-2s2 .9 2 2c0 2-3 1.75-3 5h2c0-2.25 3-2.5 3-5 0-2.21-1.79-4-4-4z",
        Ink.Neutral);
}
