using ComplianceHub.Components;
using ComplianceHub.Data;
using Microsoft.AspNetCore.Components;

namespace ComplianceHub.Features.Readiness;

/// <summary>
/// A page over one shop's readiness: it reads the day from the address, loads, and loads again when the registers have
/// changed, here or in another instance.
/// </summary>
public abstract class ReadinessPage : HubComponent
{
    private string? _loadedFor;
    private Task? _watching;

    /// <summary>The shop's part of the address.</summary>
    [Parameter]
    public string Slug { get; set; } = "";

    /// <summary>The day that is shown; today when the address names none.</summary>
    [SupplyParameterFromQuery]
    public DateOnly? AsOf { get; set; }

    [Inject]
    private ReadinessBoard Board { get; set; } = default!;

    /// <summary>What computes the readiness.</summary>
    [Inject]
    protected ShopReadinessQuery Query { get; set; } = default!;

    /// <summary>Where the page stands.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>What is shown; null while loading or when the shop is missing.</summary>
    protected ShopReadiness? Shop { get; private set; }

    /// <summary>Whether there is no such shop, or the person may not read it.</summary>
    protected bool IsMissing { get; private set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loadedFor == $"{Slug}/{AsOf}")
            return;
        _loadedFor = $"{Slug}/{AsOf}";
        await LoadAsync();
        if (Shop is not null && RendererInfo.IsInteractive)
            _watching ??= WatchAsync(Shop.Snapshot.Shop.Id);
    }

    /// <summary>Told after each load, with what was shown before.</summary>
    protected virtual Task LoadedAsync(ShopReadiness? before) => Task.CompletedTask;

    /// <summary>Loads what the page shows.</summary>
    protected async Task LoadAsync()
    {
        var before = Shop;
        Shop = await Query.OnAsync(Slug, AsOf, Leaving);
        IsMissing = Shop is null;
        await LoadedAsync(before?.Snapshot.Shop.Id == Shop?.Snapshot.Shop.Id ? before : null);
    }

    /// <summary>Goes to another day; today leaves the address.</summary>
    protected void GoToDay(DateOnly day) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameter("asOf", day == Shop?.Today ? null : day.ToString("yyyy-MM-dd")));

    /// <inheritdoc />
    protected override async ValueTask LeaveAsync()
    {
        if (_watching is not null)
            await _watching;
    }

    private async Task WatchAsync(Guid shopId)
    {
        try
        {
            var isFirst = true;
            await foreach (var _ in Board.WatchAsync(shopId, Leaving))
            {
                if (!isFirst)
                    await InvokeAsync(async () =>
                    {
                        await LoadAsync();
                        StateHasChanged();
                    });
                isFirst = false;
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has moved on.
        }
    }
}
