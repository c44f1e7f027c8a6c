using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ComplianceHub.Features.Registers;

/// <summary>A verb beside Save: "Retire", "Deviate here".</summary>
/// <param name="Text">The verb.</param>
/// <param name="Do">What it does.</param>
public sealed record EditorAction(string Text, Func<Task> Do);

/// <summary>The editor of one record over a copy. It says what cannot be saved and why, and loses nothing.</summary>
public sealed partial class RegisterEditor<T>
{
    private DrawerEditor? _drawer;
    private RegisterForm<T> _form = default!;
    private bool _showsHistory;
    private bool _isBusy;
    private bool _isSaved;
    private string? _refusal;
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
    private SaveMessages Messages { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

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

    private IReadOnlyList<EditorAction> OtherActions => (_form.Mode, IsOfOtherOwner) switch
    {
        (FormMode.Editing, false) when !IsNew => OwnActions(),
        (FormMode.Reading, false) when Row.Record.RetiredOn is not null && List.Owner.MayKeep => [new("Take into use again", RestoreAsync)],
        (FormMode.Reading, true) when !Row.IsExcluded => GroupActions(),
        _ => [],
    };

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
        (_refusal, _reasonError) = (null, null);
    }

    private List<EditorAction> OwnActions()
    {
        List<EditorAction> actions = [new("Retire", RetireAsync)];
        if (List.Owner is { ShopId: not null, MayKeepGroup: true })
            actions.Add(new("Give to the group", PromoteAsync));
        return actions;
    }

    private List<EditorAction> GroupActions()
    {
        List<EditorAction> actions = [];
        if (List.Owner.MayKeep)
            actions.Add(new("Deviate here", () => SwitchTo(FormMode.Deviating)));
        if (List.Owner.MayPropose && !List.Owner.MayKeepGroup)
            actions.Add(new("Propose a change", () => SwitchTo(FormMode.Proposing)));
        if (List.Owner.MayKeep)
            actions.Add(new("Not used here", () => SwitchTo(FormMode.Deviating, isExcluding: true)));
        return actions;
    }

    private async Task SwitchTo(FormMode mode, bool isExcluding = false)
    {
        Begin(mode);
        if (isExcluding)
            await ExcludeAsync();
    }

    private Task SaveAsync() => TryAsync(async () =>
    {
        if (!_form.Validate() | !HasReason())
        {
            await ShowErrorAsync();
            return null;
        }

        switch (_form.Mode)
        {
            case FormMode.Deviating:
                await Deviations.DeviateAsync(List.Owner.ShopId!.Value, Row.Record, _form.Record, _form.Reason, Leaving);
                return "Deviation saved.";
            case FormMode.Proposing:
                await Deviations.ProposeAsync(List.Owner.ShopId!.Value, Row.Record, _form.Record, _form.Reason, Leaving);
                return "Proposal sent to the group.";
            default:
                await (IsNew ? Store.AddAsync(_form.Record, List.Owner.ShopId, Leaving) : Store.SaveAsync(_form.Record, Leaving));
                return $"{_form.Record.DisplayName} saved.";
        }
    });

    private Task RevertAsync(Deviation deviation) => TryAsync(async () =>
    {
        await Deviations.RevertAsync(deviation.Id, Leaving);
        return "Back to the group’s value.";
    });

    private async Task RetireAsync()
    {
        if (await QuestionDialog.AskAsync(Dialogs, $"Retire this {Noun}?", "It leaves the register and readiness. It stays in the log, and can be taken into use again.", "Retire", isDangerous: true))
            await TryAsync(async () =>
            {
                await Store.RetireAsync<T>(Row.Record.Id, Leaving);
                return $"{Row.Record.DisplayName} retired.";
            });
    }

    private Task RestoreAsync() => TryAsync(async () =>
    {
        await Store.RestoreAsync<T>(Row.Record.Id, Leaving);
        return $"{Row.Record.DisplayName} is in use again.";
    });

    private Task PromoteAsync() => TryAsync(async () =>
    {
        await Store.PromoteAsync<T>(Row.Record.Id, Leaving);
        return $"{Row.Record.DisplayName} belongs to the group now.";
    });

    private async Task ExcludeAsync()
    {
        if (await ReasonDialog.AskAsync(Dialogs, $"Not use this {Noun} here?", "The group’s record stays as it is for the other shops.", "Do not use here") is { } reason)
            await TryAsync(async () =>
            {
                await Deviations.ExcludeAsync(List.Owner.ShopId!.Value, Row.Record, reason, Leaving);
                return $"{Row.Record.DisplayName} is not used in this shop.";
            });
        else
            Begin(FormMode.Reading);
    }

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
            _refusal = _form.Context.GetValidationMessages().FirstOrDefault();
    }

    private async Task TryAsync(Func<Task<string?>> save)
    {
        (_isBusy, _refusal) = (true, null);
        try
        {
            if (await save() is { } done)
            {
                // At once, or the drawer would ask before it closes.
                _isSaved = true;
                StateHasChanged();
                Snackbar.Add(await Messages.AfterAsync(done, List, Leaving));
                await OnSaved.InvokeAsync(done);
            }
        }
        catch (RecordConflictException conflict) when (conflict.Theirs is T theirs)
        {
            await ChooseAsync(conflict.Message, theirs);
        }
        catch (DomainException refusal)
        {
            _refusal = refusal.Message;
        }
        finally
        {
            _isBusy = false;
        }
    }

    // Both versions are shown and nothing is lost: fields that are not chosen take the saved value.
    private async Task ChooseAsync(string sentence, T theirs)
    {
        var fields = EditableFields.Difference(theirs, _form.Record);
        if (await ConflictDialog.AskAsync(Dialogs, sentence, [.. fields.Select(field => FieldWords.Conflict(field, theirs, _form.Record, List.Choices))]) is not { } mine)
            return;
        foreach (var field in fields.Where(field => !mine.Contains(field.Name)))
            field.SetValue(_form.Record, field.GetValue(theirs));
        _form.Record.Version = theirs.Version;
        await SaveAsync();
    }
}
