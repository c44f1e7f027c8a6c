using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ComplianceHub.Components.Controls;

/// <summary>
/// Has the signed-in person show, just before something that binds them, that it is they who sit there: by password and
/// code, or by a passkey. Hands the page a ticket; the workflow redeems it for the same purpose, within two minutes, once.
/// </summary>
public sealed partial class ProvePresence
{
    private readonly string _password = $"password-{Guid.CreateVersion7():N}";
    private readonly string _code = $"code-{Guid.CreateVersion7():N}";
    private ElementReference _form;
    private IJSObjectReference? _script;
    private DotNetObjectReference<ProvePresence>? _self;

    /// <summary>What it is for: "sign-audit:" and the audit's id. The workflow must ask for the same.</summary>
    [Parameter, EditorRequired]
    public string Purpose { get; set; } = "";

    /// <summary>What the person does by it: "Sign".</summary>
    [Parameter, EditorRequired]
    public string Verb { get; set; } = "";

    /// <summary>Told the ticket of the proof.</summary>
    [Parameter, EditorRequired]
    public EventCallback<Guid> OnProven { get; set; }

    /// <summary>Called by the script. What a browser says is believed by nobody: a ticket that the server did not give is refused when it is redeemed.</summary>
    [JSInvokable]
    public Task ProvenAsync(Guid ticket) => InvokeAsync(() => OnProven.InvokeAsync(ticket));

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _script = await Js.InvokeAsync<IJSObjectReference>("import", Leaving, "./Components/Controls/ProvePresence.razor.js");
        await _script.InvokeVoidAsync("attend", Leaving, _form, _self, Purpose, HubUrls.WaysToProvePresence, HubUrls.ProvePresence);
    }

    /// <inheritdoc />
    protected override async ValueTask LeaveAsync()
    {
        try
        {
            if (_script is not null)
                await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the script with it.
        }
        _self?.Dispose();
    }
}
