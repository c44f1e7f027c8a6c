using ComplianceHub.Compliance;
using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace ComplianceHub.Features.Readiness;

/// <summary>The checklist: regulation, filter, order and the open requirement stand in the address.</summary>
public sealed partial class ChecklistPage
{
    private static readonly Outcome[] WorstFirst = [Compliance.Outcome.Fail, Compliance.Outcome.Partial, Compliance.Outcome.NotAssessed, Compliance.Outcome.Pass, Compliance.Outcome.NotApplicable];

    private HashSet<string> _changed = [];
    private string? _announcement;

    [SupplyParameterFromQuery]
    private string? Regulation { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")]
    private string? OutcomeName { get; set; }

    [SupplyParameterFromQuery(Name = "requirement")]
    private string? Open { get; set; }

    [SupplyParameterFromQuery]
    private string? Order { get; set; }

    [SupplyParameterFromQuery]
    private bool Attest { get; set; }

    private Outcome? Outcome => Enum.TryParse<Outcome>(OutcomeName, ignoreCase: true, out var outcome) && Enum.IsDefined(outcome) ? outcome : null;

    private bool IsArticleOrder => Order == "articles";

    // A requirement named in the address decides the regulation when the address does not.
    private Compliance.Readiness Current => Regulation is null && Open is not null
        ? Shop!.Regulations.FirstOrDefault(readiness => readiness.Results.Any(result => result.Requirement.Id == Open)) ?? Shop.Of(null)
        : Shop!.Of(Regulation);

    private IEnumerable<(Outcome, int)> Counts => WorstFirst
        .Select(outcome => (outcome, Current.Results.Count(result => result.Verdict.Outcome == outcome)))
        .Where(count => count.Item2 > 0);

    private IReadOnlyList<ViewLink> Orders =>
    [
        new("Worst first", Address("order", null), !IsArticleOrder),
        new("Article order", Address("order", "articles"), IsArticleOrder),
    ];

    private IReadOnlyList<AreaReadiness> Areas
    {
        get
        {
            var areas = Current.Areas
                .Select(area => area with { Results = [.. Ordered(area.Results).Where(result => Outcome is null || result.Verdict.Outcome == Outcome)] })
                .Where(area => area.Results.Count > 0);
            return [.. IsArticleOrder ? areas : areas.OrderByDescending(area => area.Score.Cap is { IsByBlocker: true }).ThenByDescending(area => area.Results.Sum(result => result.PointsLost))];
        }
    }

    /// <inheritdoc />
    protected override Task LoadedAsync(ShopReadiness? before)
    {
        if (before is null || Shop is null || before.Snapshot.AsOf != Shop.Snapshot.AsOf)
        {
            (_changed, _announcement) = ([], null);
            return Task.CompletedTask;
        }

        var old = before.Regulations.SelectMany(readiness => readiness.Results).ToDictionary(result => result.Requirement.Id, result => result.Verdict.Outcome);
        var turned = Shop.Regulations.SelectMany(readiness => readiness.Results).Where(result => old[result.Requirement.Id] != result.Verdict.Outcome).ToList();
        _changed = [.. turned.Select(result => result.Requirement.Id)];
        if (turned.Count > 0)
            _announcement = string.Join(" ", turned.Select(result => $"{result.Requirement.Id} is now {result.Verdict.Outcome.Word().ToLowerInvariant()}.").Concat(Moved(before)));
        return Task.CompletedTask;
    }

    // The regulation and the chapters whose score is another one: a cap holds the first while the second already rises.
    private IEnumerable<string> Moved(ShopReadiness before) => Scores(before).Zip(Scores(Shop!))
        .Where(score => score.First.Points != score.Second.Points)
        .Select(score => $"{score.Second.Name} {score.First.Points?.ToString() ?? "–"} to {score.Second.Points?.ToString() ?? "–"}.");

    private IEnumerable<(string Name, int? Points)> Scores(ShopReadiness shop)
    {
        var readiness = shop.Of(Current.Regulation.Id);
        return [(readiness.Regulation.Id, readiness.Score.Points), .. readiness.Areas.Select(area => (area.Area.Title, area.Score.Points))];
    }

    private static bool IsBlocked(Score score) => score.Cap is { IsByBlocker: true };

    private IEnumerable<RequirementResult> Ordered(IEnumerable<RequirementResult> results) => IsArticleOrder
        ? results
        : results.OrderBy(result => Array.IndexOf(WorstFirst, result.Verdict.Outcome)).ThenByDescending(result => result.PointsLost);

    private void Show(Outcome? outcome) => Navigation.NavigateTo(Address("outcome", outcome?.ToString()));

    private void Toggle(string requirement) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["regulation"] = Current.Regulation.Id,
        ["requirement"] = Open == requirement ? null : requirement,
        ["attest"] = null,
    }), replace: true);

    private string Address(string name, string? value) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["regulation"] = Current.Regulation.Id, [name] = value });
}
