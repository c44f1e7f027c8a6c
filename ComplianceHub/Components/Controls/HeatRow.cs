using ComplianceHub.Compliance;

namespace ComplianceHub.Components.Controls;

/// <summary>One regulation of the heat map: its score column and its areas.</summary>
/// <param name="Regulation">"GDPR".</param>
/// <param name="Areas">The area columns after the score column, in order.</param>
public sealed record HeatGroup(string Regulation, IReadOnlyList<string> Areas);

/// <summary>One shop of the heat map.</summary>
/// <param name="Name">The shop.</param>
/// <param name="Href">Its overview.</param>
/// <param name="Note">The grey second line: country and owner.</param>
/// <param name="Place">The country alone, for a phone.</param>
/// <param name="Cells">Per group: the score, then its areas.</param>
/// <param name="Holding">What holds it back, in a sentence; shown on a phone.</param>
public sealed record HeatRow(
    string Name, string Href, string Note, string Place, IReadOnlyList<IReadOnlyList<HeatScore>> Cells, string? Holding = null);

/// <summary>The score of a shop in a regulation or one of its areas.</summary>
/// <param name="Score">0 to 100; null when nothing is assessed.</param>
/// <param name="Href">Where its requirements are listed.</param>
/// <param name="Applies">False when the law does not apply to the shop.</param>
/// <param name="IsCapped">Whether a failing blocker caps it.</param>
public sealed record HeatScore(int? Score, string Href, bool Applies = true, bool IsCapped = false)
{
    /// <summary>The band; null when nothing is assessed or nothing applies.</summary>
    public Band? Band => Applies && Score is { } score ? Bands.Of(score) : null;

    /// <summary>The class of the cell's colours.</summary>
    public string Css => Applies ? Band.HeatCss() : "heat-na";

    /// <summary>What the colour says, in words: "49, Not ready, capped by a blocker".</summary>
    public string Words => (Applies, Score) switch
    {
        (false, _) => "n/a, not applicable",
        (_, null) => "not assessed",
        _ => $"{Score}, {Band.Word()}{(IsCapped ? ", capped by a blocker" : null)}",
    };

    /// <summary>The same with the band's word before the number, as the phone's cell shows it.</summary>
    public string WordsFirst => (Applies, Score) switch
    {
        (false, _) => "not applicable",
        (_, null) => "not assessed",
        _ => $"{Band.Word()} {Score}{(IsCapped ? ", capped by a blocker" : null)}",
    };
}
