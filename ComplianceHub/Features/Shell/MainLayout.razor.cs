using ComplianceHub.Components;
using ComplianceHub.Components.Layout;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace ComplianceHub.Features.Shell;

/// <summary>The frame of every page. On a page without a signed-in person it is empty.</summary>
public sealed partial class MainLayout
{
    private readonly CancellationTokenSource _leaving = new();
    private ErrorBoundary? _boundary;
    private ShellState? _state;
    private string? _loadedFor;

    [CascadingParameter]
    private Task<AuthenticationState>? SignIn { get; set; }

    private IReadOnlyList<NavGroup> Groups => _state switch
    {
        null or { ReadsRegisters: false } => [],
        { Shop: { } shop } state => [AllShops(state), ShopNav.Shop(shop.Slug, shop.Name, shop.ToDo, state.OpenTasks.OfShop), ShopNav.Registers(shop.Slug, name => shop.Counts.TryGetValue(name, out var count) ? count : null)],
        { ReadsGroup: true } state => [AllShops(state), ShopNav.Registers(null)],
        var state => [AllShops(state)],
    };

    private IReadOnlyList<NavItem> Shortcuts => _state switch
    {
        { ReadsRegisters: true, Shop: { } shop } => ShopNav.Shortcuts(shop.Slug),
        { ReadsRegisters: true, ReadsGroup: true, Shop: null } => ShopNav.Shortcuts(null),
        _ => [],
    };

    private static NavGroup AllShops(ShellState state) => ShopNav.AllShops(state.MayImport, state.ReadsGroup, state.WaitingAudits, state.HasRoom, state.OpenTasks.OfAll);

    // Whoever is invited to audits and reads no register has nothing but their room.
    private string Home => _state is { ReadsRegisters: false } ? HubUrls.AuditorRoom : HubUrls.Portfolio;

    // The shop of a page stands in its address: /shops/{slug}/…
    private string? Slug => Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0].Split('/') is ["shops", var slug, ..] && slug != "new" ? slug : null;

    /// <inheritdoc />
    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _boundary?.Recover();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        if (SignIn is null || (await SignIn).User.Identity?.IsAuthenticated != true)
            return;
        try
        {
            _state = await Services.GetRequiredService<ShellQuery>().StateAsync(Slug, _state, _leaving.Token);
            _loadedFor = Navigation.Uri;
        }
        catch (StorageUnavailableException)
        {
            // The banner says so; what the frame knew before still stands.
        }
        catch (DomainException)
        {
            // Signed out in the meantime: the page itself says so.
            _state = null;
        }
    }

    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(async () =>
    {
        if (_loadedFor == Navigation.Uri || _leaving.IsCancellationRequested)
            return;
        await LoadAsync();
        StateHasChanged();
    });

    private Task SwitchAsync() => ShowAsync<ShopSwitcher>("Change shop", []);

    private Task SearchAsync() => ShowAsync<SearchDialog>("Search", new DialogParameters<SearchDialog> { { dialog => dialog.Slug, Slug } });

    private async Task ShowAsync<TDialog>(string title, DialogParameters parameters)
        where TDialog : IComponent => await Dialogs.ShowAsync<TDialog>(title, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, Position = DialogPosition.TopCenter });

    /// <inheritdoc />
    public void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        _leaving.Cancel();
        _leaving.Dispose();
    }
}
