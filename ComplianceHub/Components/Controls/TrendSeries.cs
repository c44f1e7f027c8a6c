namespace ComplianceHub.Components.Controls;

/// <summary>One regulation's score over time.</summary>
/// <param name="Name">"GDPR".</param>
/// <param name="Steps">The days on which the score changed, in order; it holds until the next. Null is not assessed.</param>
public sealed record TrendSeries(string Name, IReadOnlyList<TrendStep> Steps);

/// <summary>From this day on the score is this.</summary>
/// <param name="Day">The first day.</param>
/// <param name="Score">0 to 100; null when nothing is assessed.</param>
public sealed record TrendStep(DateOnly Day, int? Score);

/// <summary>Words at a step: what happened.</summary>
/// <param name="Series">The index of the series.</param>
/// <param name="Day">The step's day.</param>
/// <param name="Text">"4 Mar: BPO Support (IN) and Hotjar added".</param>
public sealed record TrendNote(int Series, DateOnly Day, string Text);
