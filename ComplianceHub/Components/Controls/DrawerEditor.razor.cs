using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace ComplianceHub.Components.Controls;

/// <summary>
/// A drawer of 640 px at the right, the whole screen on a phone. Render it while a record is open; it never saves.
/// </summary>
public sealed partial class DrawerEditor
{
    private readonly string _titleId = $"drawer-{Guid.CreateVersion7():N}";
    private ElementReference _title;
    private ElementReference _keep;
    private IJSObjectReference? _focus;
    private bool _isAsking;
    private bool _isDiscarding;
    private bool _asksNow;

    /// <summary>What is edited: "Data processing agreement".</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Which one: party, country, purpose.</summary>
    [Parameter]
    public string? Subtitle { get; set; }

    /// <summary>Whether leaving would lose something; then it asks.</summary>
    [Parameter]
    public bool HasChanges { get; set; }

    /// <summary>The address that opens what is edited: when the drawer goes, the focus returns to its link. Without one,
    /// or where the page has no such link, it returns to what had it before.</summary>
    [Parameter]
    public string? ReturnTo { get; set; }

    /// <summary>Told when the drawer should go.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Icon buttons in the head: history.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    /// <summary>Who reviewed it when, at the foot's left.</summary>
    [Parameter]
    public RenderFragment? FootNote { get; set; }

    /// <summary>Cancel and the verb: "Save review".</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>What is wrong, fields, file, clauses.</summary>
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    /// <summary>Closes, or asks first when there are changes. Cancel buttons call this.</summary>
    public Task CloseAsync()
    {
        if (!HasChanges)
            return OnClose.InvokeAsync();
        Ask();
        return Task.CompletedTask;
    }

    /// <summary>Says that what was changed is saved: from now on leaving loses nothing and asks nothing. A call and not
    /// <see cref="HasChanges"/>, because a save and the way back often happen before anything is drawn again.</summary>
    public void LetGo() => _isDiscarding = true;

    /// <summary>Puts the focus into the first field that is wrong; false when no field says so.</summary>
    public async Task<bool> FocusFirstErrorAsync() =>
        _focus is not null && await _focus.InvokeAsync<bool>("firstError", Leaving, _title);

    /// <summary>Takes the focus back after a step that may have removed the button that was pressed.</summary>
    public async Task RecoverFocusAsync()
    {
        if (_focus is not null)
            await _focus.InvokeVoidAsync("recover", Leaving, _title);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_asksNow)
        {
            _asksNow = false;
            await _keep.FocusAsync();
        }

        if (!firstRender)
            return;
        _focus = await Js.InvokeAsync<IJSObjectReference>("import", Leaving, "./Components/Controls/DrawerEditor.razor.js");
        await _focus.InvokeVoidAsync("enter", Leaving, _title);
    }

    /// <inheritdoc />
    protected override async ValueTask LeaveAsync()
    {
        if (_focus is null)
            return;
        try
        {
            await _focus.InvokeVoidAsync("leave", ReturnTo);
            await _focus.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the focus with it.
        }
    }

    private Task DiscardAsync()
    {
        _isDiscarding = true;
        return OnClose.InvokeAsync();
    }

    // What is being typed belongs to the changes, so the field is left before anybody asks whether there are any.
    private async Task CloseOnEscapeAsync(KeyboardEventArgs e)
    {
        if (e.Key == "Escape" && (_focus is null || !await _focus.InvokeAsync<bool>("heldByList", Leaving)))
            await CloseAsync();
    }

    private async Task KeepEditingAsync()
    {
        _isAsking = false;
        if (_focus is not null)
            await _focus.InvokeVoidAsync("resume", Leaving, _title);
    }

    private void AskBeforeLeaving(LocationChangingContext context)
    {
        if (!HasChanges || _isDiscarding)
            return;
        context.PreventNavigation();
        Ask();
    }

    private void Ask()
    {
        (_isAsking, _asksNow) = (true, true);
        StateHasChanged();
    }
}
