using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ComplianceHub.Features.Audits.Fieldwork;

/// <summary>The fieldwork of an audit. Which part, which requirements and which of them is open stands in the address.</summary>
public sealed partial class FieldworkPage
{
    private const string Findings = "findings";
    private const string Evidence = "evidence";
    private const string Comments = "comments";
    private const string ToReview = "to-review";
    private const string Questions = "questions";

    private static readonly (string? Show, string Text)[] Shows = [(null, "All"), (ToReview, "To review"), (Questions, "Questions"), (Findings, "Findings")];

    private readonly Attempt _attempt = new();
    private readonly Dictionary<Guid, AuditItem> _forms = [];
    private FieldworkAudit? _audit;
    private bool _isMissing;

    /// <summary>The audit.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? View { get; set; }

    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    [SupplyParameterFromQuery]
    private string? Shop { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Item { get; set; }

    [Inject]
    private FieldworkQuery Query { get; set; } = default!;

    [Inject]
    private AuditVisits Visits { get; set; } = default!;

    [Inject]
    private AuditWorkflow Workflow { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    private string? Part => View is Findings or Evidence or Comments ? View : null;

    private string? Filter => Show is ToReview or Questions or Findings ? Show : null;

    private FrozenAuditShop? OpenShop => _audit?.Items.FirstOrDefault(item => item.Id == Item)?.Shop
        ?? _audit?.Shops.FirstOrDefault(shop => shop.Slug == Shop) ?? (_audit?.Shops is [var first, ..] ? first : null);

    private string? ShopSlug => OpenShop?.Slug;

    private FieldworkItem? Open => _audit?.Items.FirstOrDefault(item => item.Id == Item) ?? Of(Filter).FirstOrDefault();

    private HashSet<Guid> Unsaved => [.. (_audit?.Items ?? []).Where(item => _forms.TryGetValue(item.Id, out var form) && !AuditItemForm.IsSame(form, item.Decision)).Select(item => item.Id)];

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => LoadAsync();

    // Anew with each step through the list: a grant that was taken away works at the next action.
    private async Task LoadAsync()
    {
        _audit = await Query.FindAsync(Id, _audit?.Audit.Id == Id ? _audit : null, Leaving);
        _isMissing = _audit is null;
        // Before anything of it is drawn: those who keep the registers see what was opened.
        if (_audit is { Rights.Invited: not null } opened)
            await Visits.NoteAsync(opened.Audit, Part is null ? Open?.Decision : null, Leaving);
    }

    private async Task HandInAsync()
    {
        if (await QuestionDialog.AskAsync(Dialogs, "Hand this audit in for sign-off?", "Decisions are closed then. The manager signs it, or returns it with a reason.", "Hand in"))
        {
            await _attempt.RunAsync(() => Workflow.HandInAsync(Id, Leaving));
            await LoadAsync();
        }
    }

    // What was typed stays while the reader looks at other requirements.
    private AuditItem FormOf(FieldworkItem item)
    {
        if (!_forms.TryGetValue(item.Id, out var form))
            _forms[item.Id] = form = AuditItemForm.Of(item.Decision);
        return form;
    }

    private Task Forget(FieldworkItem item)
    {
        _forms.Remove(item.Id);
        return LoadAsync();
    }

    private IEnumerable<FieldworkItem> Of(string? show) => (_audit?.Items ?? []).Where(item => item.Shop == OpenShop && Passes(item, show));

    private static bool Passes(FieldworkItem item, string? show) => show switch
    {
        ToReview => item.Decision.Decision == AuditDecision.Open,
        Questions => item.Decision.Decision == AuditDecision.Question,
        Findings => item.HasFinding,
        _ => true,
    };

    private string LinkTo(FieldworkItem item) => HubUrls.AuditFieldwork(Id, show: Part is null ? Filter : null, item: item.Id);

    private string? Neighbour(FieldworkItem item, int step)
    {
        var listed = Of(Filter).ToList();
        var at = listed.FindIndex(one => one.Id == item.Id);
        return at >= 0 && at + step >= 0 && at + step < listed.Count ? LinkTo(listed[at + step]) : null;
    }

    private string Position(FieldworkItem item)
    {
        var listed = Of(Filter).ToList();
        return listed.FindIndex(one => one.Id == item.Id) is >= 0 and var at ? $"{at + 1} of {listed.Count}" : "not in this list";
    }

    private void Go(string? show, string? shop) =>
        Navigation.NavigateTo(HubUrls.AuditFieldwork(Id, show: show, shop: _audit?.Shops.Count > 1 ? shop : null));

    private static IEnumerable<(string? View, string Title, int Count)> Tabs(FieldworkAudit audit) =>
    [
        (null, "Requirements", audit.Items.Count),
        (Findings, "Findings", audit.Items.Count(item => item.HasFinding)),
        (Evidence, "Evidence", audit.Shops.SelectMany(shop => shop.Evidence).DistinctBy(use => use.File.Id).Count()),
        (Comments, "Comments", audit.Items.Sum(item => item.Comments.Count)),
    ];

    private static string About(FieldworkAudit audit) => string.Join(" · ", new[]
    {
        audit.Shops.Count == 0 ? "" : FieldworkWords.Shops(audit.Shops),
        AuditWords.List(audit.Audit.Regulations),
        $"period {audit.Audit.PeriodFrom.ToString(DayText.Shown)} to {audit.Audit.PeriodUntil.ToString(DayText.Shown)}",
        audit.Audit.State.Word().ToLowerInvariant(),
    }.Where(part => part.Length > 0));

    private static IReadOnlyList<Crumb> Trail(FieldworkAudit audit) => audit.Rights.Invited is null
        ? [new("Audits", HubUrls.Audits()), new(audit.Audit.Title, HubUrls.Audit(audit.Audit.Id))]
        : [new("Your audits", HubUrls.AuditorRoom)];

    // To whom it is the whole audit it has the audit's name.
    private static string Here(FieldworkAudit audit) => audit.Rights.Invited is null ? "Fieldwork" : audit.Audit.Title;

    private static string Days(FieldworkAudit audit) =>
        string.Join(" and ", audit.Shops.Select(shop => shop.Frozen.AsOf).Distinct().Order().Select(day => day.ToString(DayText.Shown)));
}
