using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ComplianceHub.Features.Registers;

/// <summary>What a save has done, in words.</summary>
/// <param name="Text">"Agreement saved. GDPR-28-3 is Partial. GDPR Processors 49 to 84."</param>
/// <param name="Turned">The first requirement whose outcome changed; null when none did.</param>
public sealed record SaveMessage(string Text, string? Turned = null)
{
    /// <summary>Shows it, with the way on to the requirement that turned: from there the next record that stands against it
    /// is one click away.</summary>
    public void Show(ISnackbar snackbar, NavigationManager navigation, string? slug)
    {
        ArgumentNullException.ThrowIfNull(snackbar);
        snackbar.Add(Text, MudBlazor.Severity.Normal, options =>
        {
            if (Turned is null || slug is null)
                return;
            options.Action = $"Show {Turned}";
            options.OnClick = _ =>
            {
                navigation.NavigateTo(HubUrls.Checklist(slug, requirement: Turned));
                return Task.CompletedTask;
            };
        });
    }
}

/// <summary>Says what a save has changed: the requirements that turned, and the scores that moved with them.</summary>
public static class SaveMessages
{
    /// <summary>What was done, with the requirements whose outcome and the scores whose points differ between the shop's
    /// register before and after; just what was done for the group, whose shops are computed in the background.</summary>
    public static SaveMessage Of<T>(string done, RegisterList<T> before, RegisterList<T> after)
        where T : RegisterRecord
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = before.Readiness.SelectMany(readiness => readiness.Results).ToDictionary(result => result.Requirement.Id, result => result.Verdict.Outcome);
        var turned = after.Readiness
            .SelectMany(readiness => readiness.Results)
            .Where(result => old.TryGetValue(result.Requirement.Id, out var outcome) && outcome != result.Verdict.Outcome)
            .ToList();
        var moved = Scores(before.Readiness).Join(Scores(after.Readiness), was => was.Name, score => score.Name, (was, score) => (score.Name, From: was.Points, To: score.Points))
            .Where(score => score.From != score.To);
        return new(
            string.Join(' ',
            [
                done,
                .. turned.Select(result => $"{result.Requirement.Id} is {result.Verdict.Outcome.Word()}."),
                .. moved.Select(score => $"{score.Name} {Word(score.From)} to {Word(score.To)}."),
            ]),
            turned.FirstOrDefault()?.Requirement.Id);
    }

    // A capped regulation stays where it is until its last blocker is gone; its chapter shows that the work counted.
    private static IEnumerable<(string Name, int? Points)> Scores(IEnumerable<Compliance.Readiness> readiness) => readiness
        .SelectMany(one => one.Areas
            .Select(area => ($"{one.Regulation.Id} {area.Area.ShortName}", area.Score.Points))
            .Prepend((one.Regulation.Id, one.Score.Points)));

    private static string Word(int? points) => points?.ToString() ?? "–";
}
