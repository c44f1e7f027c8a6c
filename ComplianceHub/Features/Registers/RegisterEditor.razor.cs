using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ComplianceHub.Features.Registers;

/// <summary>The editor of one record over a copy. It says what cannot be saved and why, and loses nothing.</summary>
public sealed partial class RegisterEditor<T>
{
    private readonly Attempt _attempt = new();
    private DrawerEditor? _drawer;
    private RegisterForm<T> _form = default!;
    private bool _showsHistory;
    private string? _reasonError;

    /// <summary>The record as the list shows it.</summary>
    [Parameter, EditorRequired]
    public RegisterRow<T> Row { get; set; } = default!;

    /// <summary>The register around it.</summary>
    [Parameter, EditorRequired]
    public RegisterList<T> List { get; set; } = default!;

    /// <summary>Whether the record is being added.</summary>
    [Parameter]
    public bool IsNew { get; set; }

    /// <summary>What the record is called, in lower case.</summary>
    [Parameter, EditorRequired]
    public string Noun { get; set; } = "";

    /// <summary>The fields.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<RegisterForm<T>> Fields { get; set; } = default!;

    /// <summary>The address of the record's link in the list, where the focus returns; null for a new record.</summary>
    [Parameter]
    public string? ReturnTo { get; set; }

    /// <summary>Told when the drawer should go.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Told after a save, with what it did.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnSaved { get; set; }

    [Inject]
    private RegisterStore Store { get; set; } = default!;

    [Inject]
    private DeviationStore Deviations { get; set; } = default!;

    [Inject]
    private AuditLogReader Log { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    private bool IsOfOtherOwner => Row.Scope != RecordScope.Own;

    private string Heading => IsNew ? $"New {Noun}" : Row.Record.DisplayName;

    private string? Subtitle => IsNew ? null : char.ToUpperInvariant(Noun[0]) + Noun[1..] + (IsOfOtherOwner ? " of the group" : "");

    private string Verb => _form.Mode switch
    {
        FormMode.Deviating => "Save deviation",
        FormMode.Proposing => "Send proposal",
        _ => IsNew ? $"Add {Noun}" : "Save",
    };

    private string? Foot => Row.Record is IReviewed { ReviewedOn: { } day } reviewed && !IsNew
        ? $"Reviewed {day:d MMM yyyy}{(string.IsNullOrEmpty(reviewed.Owner) ? null : $", owner {reviewed.Owner}")}"
        : null;

    /// <inheritdoc />
    protected override void OnInitialized() =>
        Begin(List.Owner.MayKeep && !IsOfOtherOwner && Row.Record.RetiredOn is null ? FormMode.Editing : FormMode.Reading);

    /// <inheritdoc />
    protected override ValueTask LeaveAsync()
    {
        _form.ChangeHappened -= StateHasChanged;
        return base.LeaveAsync();
    }

    private void Begin(FormMode mode)
    {
        if (_form is not null)
            _form.ChangeHappened -= StateHasChanged;
        _form = new RegisterForm<T>(RecordCopy.Of(Row.Record))
        {
            Mode = mode, IsNew = IsNew, Choices = List.Choices,
            Deviations = Row.Deviations.ToDictionary(deviation => deviation.Field),
        };
        _form.ChangeHappened += StateHasChanged;
        _reasonError = null;
        _attempt.Refuse(null);
    }

    private Task SaveAsync() => DoAsync(async () =>
    {
        if (!_form.Validate() | !HasReason())
        {
            await ShowErrorAsync();
            return null;
        }

        switch (_form.Mode)
        {
            case FormMode.Deviating:
                await Deviations.DeviateAsync(List.Owner.ShopId!.Value, Owned(Row.Record), Owned(_form.Record), _form.Reason, Leaving);
                return "Deviation saved.";
            case FormMode.Proposing:
                await Deviations.ProposeAsync(List.Owner.ShopId!.Value, Owned(Row.Record), Owned(_form.Record), _form.Reason, Leaving);
                return "Proposal sent to the group.";
            default:
                await (IsNew ? Store.AddAsync(_form.Record, List.Owner.ShopId, Leaving) : Store.SaveAsync(_form.Record, Leaving));
                return $"{_form.Record.DisplayName} saved.";
        }
    });

    private bool HasReason()
    {
        _reasonError = _form.Mode is FormMode.Deviating or FormMode.Proposing && _form.Reason.Trim().Length < 5
            ? _form.Mode == FormMode.Deviating ? "Say why this shop deviates from the group." : "Say why the group should change it." : null;
        return _reasonError is null;
    }

    // A sentence that stands at no field on the screen is said above them.
    private async Task ShowErrorAsync()
    {
        StateHasChanged();
        if (_drawer is not null && !await _drawer.FocusFirstErrorAsync())
            _attempt.Refuse(_form.Context.GetValidationMessages().FirstOrDefault());
    }

    private async Task DoAsync(Func<Task<string?>> change)
    {
        RecordConflictException? lost = null;
        await _attempt.RunAsync(async () =>
        {
            try
            {
                if (await change() is not { } done)
                    return;
                _drawer?.LetGo();
                await OnSaved.InvokeAsync(done);
            }
            catch (RecordConflictException conflict) when (conflict.Theirs is T)
            {
                lost = conflict;
            }
        });
        if (lost is not null)
            await SettleAsync(lost.Message, (T)lost.Theirs!);
    }

    private async Task SettleAsync(string sentence, T theirs)
    {
        var race = new LostRace<T>(Row.Record, _form.Record, theirs);
        if (race.Refusal is { } refusal)
            _attempt.Refuse(refusal);
        else if (await race.AskAsync(Dialogs, await Log.LastOfRecordAsync(theirs.Id, Leaving), sentence, List.Choices))
            await SaveAsync();
    }

    // Only records that the group and shops share come from the group.
    private static OwnedRecord Owned(RegisterRecord record) => (OwnedRecord)record;
}
