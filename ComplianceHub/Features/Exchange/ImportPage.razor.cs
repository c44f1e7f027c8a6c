using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Domain;
using ComplianceHub.Exchange;
using ComplianceHub.Exchange.Transcend;
using Microsoft.AspNetCore.Components;

namespace ComplianceHub.Features.Exchange;

/// <summary>Imports the two lists of Transcend: upload, preview, commit.</summary>
public sealed partial class ImportPage
{
    private static readonly Crumb[] Trail = [new("Portfolio", HubUrls.Portfolio)];

    private bool? _isAllowed;
    private bool _isBusy;
    private bool _isDone;
    private string? _problem;
    private TranscendFile? _file;
    private ImportPlan? _plan;

    [Inject]
    private ImportWorkflow Workflow { get; set; } = default!;

    private int Writing => _plan?.Steps.Count(step => step.Outcome is ImportOutcome.Created or ImportOutcome.Updated) ?? 0;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => _isAllowed = await Workflow.IsAllowedAsync(Leaving);

    private Task PreviewAsync(TranscendFile file) => DoAsync(async () =>
    {
        _file = file;
        _plan = await Workflow.PlanAsync(file, Leaving);
    });

    // A second look after a refusal: what the registers hold by now.
    private Task CommitAsync() => DoAsync(async () =>
    {
        var seen = _plan;
        _plan = await Workflow.PlanAsync(_file!, Leaving);
        _plan = await Workflow.CommitAsync(_file!, seen, Leaving);
        _isDone = true;
    });

    private async Task DoAsync(Func<Task> work)
    {
        (_isBusy, _isDone, _problem) = (true, false, null);
        try
        {
            await work();
        }
        catch (DomainException refusal)
        {
            _problem = refusal.Message;
        }
        finally
        {
            _isBusy = false;
        }
    }

    private void Forget() => (_plan, _file, _isDone, _problem) = (null, null, false, null);

    private IEnumerable<ImportMessage> Of(ImportSeverity severity) => _plan!.Messages.Where(message => message.Severity == severity);
}
