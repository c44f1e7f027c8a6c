using ComplianceHub.Compliance;
using MudBlazor;

namespace ComplianceHub.Components.Controls;

/// <summary>A colour family of tokens.css: soft ground, word and mark. Never the only signal.</summary>
public enum Tone
{
    /// <summary>An outcome of Pass; a Ready or Nearly band.</summary>
    Pass,

    /// <summary>An outcome of Partial; a Gaps band; something stale or read only.</summary>
    Partial,

    /// <summary>An outcome of Fail; a Not ready band; an error.</summary>
    Fail,

    /// <summary>Decided by a fact: does not apply.</summary>
    NotApplicable,

    /// <summary>A fact is missing.</summary>
    NotAssessed,

    /// <summary>Something to know: another day, a frozen page.</summary>
    Information,

    /// <summary>What a person stated, never what was computed.</summary>
    Stated,
}

/// <summary>How outcomes and bands look and what they are called.</summary>
public static class Looks
{
    /// <summary>The class that carries the tone's colours.</summary>
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Pass => "tone-pass",
        Tone.Partial => "tone-partial",
        Tone.Fail => "tone-fail",
        Tone.NotApplicable => "tone-na",
        Tone.NotAssessed => "tone-none",
        Tone.Information => "tone-info",
        _ => "tone-stated",
    };

    /// <summary>The outcome's tone.</summary>
    public static Tone ToTone(this Outcome outcome) => outcome switch
    {
        Outcome.Pass => Tone.Pass,
        Outcome.Partial => Tone.Partial,
        Outcome.Fail => Tone.Fail,
        Outcome.NotApplicable => Tone.NotApplicable,
        _ => Tone.NotAssessed,
    };

    /// <summary>The outcome in words.</summary>
    public static string Word(this Outcome outcome) => outcome switch
    {
        Outcome.NotApplicable => "Not applicable",
        Outcome.NotAssessed => "Not assessed",
        _ => outcome.ToString(),
    };

    /// <summary>The outcome's shape; shapes differ so that colour is never alone.</summary>
    public static string Icon(this Outcome outcome) => outcome switch
    {
        Outcome.Pass => Icons.Material.Filled.CheckCircle,
        Outcome.Partial => Icons.Material.Filled.Contrast,
        Outcome.Fail => Icons.Material.Filled.Dangerous,
        Outcome.NotApplicable => Icons.Material.Outlined.DoNotDisturbOn,
        _ => Icons.Material.Outlined.HelpOutline,
    };

    /// <summary>The band in words; null is not assessed.</summary>
    public static string Word(this Band? band) => band switch
    {
        Band.Ready => "Ready",
        Band.Nearly => "Nearly",
        Band.Gaps => "Gaps",
        Band.NotReady => "Not ready",
        _ => "Not assessed",
    };

    /// <summary>The band's tone on a chip; null is not assessed.</summary>
    public static Tone ToTone(this Band? band) => band switch
    {
        Band.Ready or Band.Nearly => Tone.Pass,
        Band.Gaps => Tone.Partial,
        Band.NotReady => Tone.Fail,
        _ => Tone.NotAssessed,
    };

    /// <summary>The band's shape; null is not assessed.</summary>
    public static string Icon(this Band? band) => band switch
    {
        Band.Ready => Icons.Material.Filled.CheckCircle,
        Band.Nearly => Icons.Material.Outlined.CheckCircle,
        Band.Gaps => Icons.Material.Filled.Contrast,
        Band.NotReady => Icons.Material.Filled.Dangerous,
        _ => Icons.Material.Outlined.HelpOutline,
    };

    /// <summary>The band's class in the heat map; null is hatched.</summary>
    public static string HeatCss(this Band? band) => band switch
    {
        Band.Ready => "heat-ready",
        Band.Nearly => "heat-nearly",
        Band.Gaps => "heat-gaps",
        Band.NotReady => "heat-notready",
        _ => "heat-none",
    };
}
