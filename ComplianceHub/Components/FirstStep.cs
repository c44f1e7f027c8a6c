namespace ComplianceHub.Components;

/// <summary>One of the five steps from an empty installation to the first readiness.</summary>
/// <param name="Title">What the step is about.</param>
/// <param name="Sentence">What belongs to it; what is there when it is done.</param>
/// <param name="Duration">How long it takes: "4 minutes".</param>
public sealed record FirstStep(string Title, string Sentence, string Duration)
{
    /// <summary>Whether the registers show that it is done.</summary>
    public bool IsDone { get; init; }

    /// <summary>The editor that it leads to, or what is recorded when it is done; null where the reader has no way in.</summary>
    public string? Href { get; init; }

    /// <summary>What the button says while it is the next one; empty when there is nothing to press.</summary>
    public string Action { get; init; } = "";

    /// <summary>Why it is asked; null where the sentence says enough.</summary>
    public string? Why { get; init; }
}
