using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using Microsoft.AspNetCore.Components;

namespace ComplianceHub.Features.Audits.Fieldwork;

/// <summary>The form in which the auditor of an audit decides on one requirement.</summary>
public sealed partial class DecisionForm
{
    private static readonly AuditDecision[] Choices =
        [AuditDecision.Accepted, AuditDecision.Major, AuditDecision.Minor, AuditDecision.Observation, AuditDecision.Question, AuditDecision.RiskAccepted];

    private readonly Attempt _attempt = new();
    private IReadOnlyList<string> _invalid = [];
    private string? _whyNot;

    /// <summary>The requirement with the decision as it is stored.</summary>
    [Parameter, EditorRequired]
    public FieldworkItem Item { get; set; } = default!;

    /// <summary>The copy of the decision that is filled in.</summary>
    [Parameter, EditorRequired]
    public AuditItem Form { get; set; } = default!;

    /// <summary>Told after the decision was saved.</summary>
    [Parameter]
    public EventCallback OnRecorded { get; set; }

    private string NoteLabel => Form.Decision switch
    {
        AuditDecision.Question => "Question",
        AuditDecision.RiskAccepted => "Why the risk is accepted",
        AuditDecision.Accepted when Acceptance.NeedsNote(Item.Result) => "Why it gets no finding",
        AuditDecision.Accepted or AuditDecision.Open => "Note",
        _ => "What was found",
    };

    private string Verb => Form.Decision switch
    {
        AuditDecision.Question => "Record question",
        AuditDecision.Major or AuditDecision.Minor or AuditDecision.Observation => "Record finding",
        _ => "Record decision",
    };

    /// <inheritdoc />
    protected override void OnParametersSet() => _whyNot = RiskAcceptance.WhyNot(Item.Result);

    private bool IsClosed(AuditDecision decision) => decision == AuditDecision.RiskAccepted && _whyNot is not null;

    private async Task RecordAsync()
    {
        if (Form.Decision == AuditDecision.Open)
            _attempt.Refuse("Choose a decision first, or save a draft.");
        else
            await SaveAsync(Form.Decision);
    }

    private async Task SaveAsync(AuditDecision decision)
    {
        var saved = AuditItemForm.Of(Form);
        saved.Decision = decision;
        if (await _attempt.RunAsync(() => DecideAsync(saved)))
        {
            Snackbar.Add(decision == AuditDecision.Open ? $"{Item.Result.Requirement}: draft saved." : $"{Item.Result.Requirement}: {FieldworkWords.Standing(decision).ToLowerInvariant()}.");
            await OnRecorded.InvokeAsync();
        }
    }

    // Whoever is asked twice decides twice: what stands now is said, and the next save replaces it.
    private async Task DecideAsync(AuditItem saved)
    {
        try
        {
            await Workflow.DecideAsync(saved, Leaving);
        }
        catch (RecordConflictException conflict) when (conflict.Theirs is AuditItem theirs)
        {
            Form.Version = theirs.Version;
            _attempt.Refuse($"It was decided elsewhere in the meantime: {FieldworkWords.Standing(theirs.Decision).ToLowerInvariant()}. What you wrote is still here; record it again to replace that.");
        }
    }
}
