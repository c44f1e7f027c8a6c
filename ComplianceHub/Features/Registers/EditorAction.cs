namespace ComplianceHub.Features.Registers;

/// <summary>A verb beside Save: "Retire", "Deviate here".</summary>
/// <param name="Text">The verb.</param>
/// <param name="Do">What it does.</param>
public sealed record EditorAction(string Text, Func<Task> Do);
