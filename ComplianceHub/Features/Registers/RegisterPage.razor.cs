using ComplianceHub.Compliance;
using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ComplianceHub.Features.Registers;

/// <summary>
/// The page of a register. State lives in the address: search, filter, the open record, and what a new one begins with.
/// </summary>
public sealed partial class RegisterPage<T>
{
    private const string OutOfUse = "retired";

    private static readonly Dictionary<string, object?> SearchAttributes = new() { ["aria-label"] = "Search this register", ["type"] = "search" };

    private readonly Func<GridState<T>, CancellationToken, Task<GridData<T>>> _pages;
    private MudDataGrid<T>? _grid;
    private RegisterList<T>? _list;
    private RegisterRow<T>? _row;
    private bool _isNew;
    private bool _isMissing;
    private bool _isAsking = true;
    private string? _loadedFor;
    private (string?, string?) _askedFor;

    /// <summary>Makes the page.</summary>
    public RegisterPage() => _pages = PageAsync;

    /// <summary>The shop's part of the address; null on the group's page.</summary>
    [Parameter]
    public string? Slug { get; set; }

    /// <summary>The register's name in the address (<see cref="RegisterNames"/>).</summary>
    [Parameter, EditorRequired]
    public string Register { get; set; } = "";

    /// <summary>The page's title.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What the register tells, in a sentence.</summary>
    [Parameter, EditorRequired]
    public string Sentence { get; set; } = "";

    /// <summary>What one record is called, in lower case: "third party".</summary>
    [Parameter, EditorRequired]
    public string Noun { get; set; } = "";

    /// <summary>The button that adds one.</summary>
    [Parameter, EditorRequired]
    public string AddText { get; set; } = "";

    /// <summary>The register's icon.</summary>
    [Parameter, EditorRequired]
    public string Icon { get; set; } = "";

    /// <summary>The empty list's headline.</summary>
    [Parameter, EditorRequired]
    public string EmptyTitle { get; set; } = "";

    /// <summary>What belongs here, why (the article) and how many are usual.</summary>
    [Parameter, EditorRequired]
    public string EmptyText { get; set; } = "";

    /// <summary>The columns: MudBlazor's, over the record.</summary>
    [Parameter, EditorRequired]
    public RenderFragment Columns { get; set; } = default!;

    /// <summary>The fields of the editor.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<RegisterForm<T>> Editor { get; set; } = default!;

    /// <summary>How a record is added, where a form is not the way: uploading a file.</summary>
    [Parameter]
    public RenderFragment<RegisterOwner>? Adding { get; set; }

    [Inject]
    private RegisterQuery Query { get; set; } = default!;

    [Inject]
    private GroupRegisterQuery GroupQuery { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private Dictionary<string, object?> TableAttributes => new() { ["aria-label"] = Title };

    private IReadOnlyList<Crumb> Trail => Slug is null
        ? [new("Portfolio", HubUrls.Portfolio)]
        : [new("Portfolio", HubUrls.Portfolio), new(_list?.Owner.Name ?? Slug, HubUrls.Shop(Slug))];

    private IEnumerable<RegisterFilter> Filters
    {
        get
        {
            var counts = _list!.Counts;
            RegisterFilter[] all =
            [
                new("findings", "With findings", counts.WithFindings),
                new("group", "From the group", counts.FromTheGroup),
                new("deviating", "Deviates here", counts.Deviating),
                new(OutOfUse, Slug is null ? "Retired" : "Retired or not used here", counts.OutOfUse),
            ];
            return all.Where(filter => filter.Count > 0 || Show == filter.Key);
        }
    }

    private IEnumerable<T> Shown => _list!.Rows.Where(Matches).Where(row => IsFound(row.Record)).OrderByDescending(row => row.Findings.Count > 0).Select(row => row.Record);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loadedFor != $"{Slug}/{Register}")
            await LoadAsync();
        await OpenFromAddressAsync();
        if (_askedFor == (Search, Show))
            return;
        _askedFor = (Search, Show);
        await FirstPageAsync();
    }

    /// <summary>Loads the list again, after something was added from outside.</summary>
    public async Task ReloadAsync()
    {
        await LoadAsync();
        await FirstPageAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        _list = Slug is null ? await GroupQuery.OpenAsync<T>(Leaving) : await Query.OfShopAsync<T>(Slug, Leaving);
        _isMissing = _list is null;
        _loadedFor = $"{Slug}/{Register}";
    }

    private async Task OpenFromAddressAsync()
    {
        if (_list is null)
            return;
        if (New && _list.Owner.MayKeep && Adding is null)
        {
            if (!_isNew)
                (_row, _isNew) = (new RegisterRow<T>(Blank(), RecordScope.Own, [], []), true);
            return;
        }

        _isNew = false;
        _row = Record is { } id && id != _row?.Record.Id ? await RowAsync(id) : Record is null ? null : _row;
    }

    private async Task<RegisterRow<T>?> RowAsync(Guid id) =>
        Slug is not null ? _list!.RowOf(id)
        : await GroupQuery.FindAsync<T>(id, Leaving) is { } record ? new RegisterRow<T>(record, RecordScope.Own, [], []) : null;

    private T Blank()
    {
        var record = new T();
        NewRecord.Begin(record, new(About, Requirement, Finding), _list!.Shop);
        return record;
    }

    private async Task SavedAsync(string done)
    {
        var before = _list!;
        await LoadAsync();
        if (Slug is null && _grid is not null)
            await _grid.ReloadServerData();
        (_list is { } after ? SaveMessages.Of(done, before, after) : new(done)).Show(Snackbar, Navigation, Slug);
        (_row, _isNew) = (null, false);
        Close();
    }

    private async Task<GridData<T>> PageAsync(GridState<T> state, CancellationToken ct)
    {
        var sort = state.SortDefinitions.FirstOrDefault();
        var column = _grid?.RenderedColumns.OfType<RegisterColumn<T>>().FirstOrDefault(one => one.PropertyName == sort?.SortBy);
        var order = column is null ? RegisterOrder.ByProperty<T>(sort?.SortBy, sort?.Descending == true) : new(column.By, sort!.Descending);
        var part = await GroupQuery.PageAsync(new RegisterAsk<T>(Search, Show == OutOfUse, order, state.Page * state.PageSize, state.PageSize), ct);
        _isAsking = false;
        return new() { Items = part.Records, TotalItems = part.Total };
    }

    // What was searched for is on the first page.
    private async Task FirstPageAsync()
    {
        if (_grid is null)
            return;
        if (_grid.CurrentPage > 0)
            _grid.NavigateTo(Page.First);
        else if (Slug is null)
            await _grid.ReloadServerData();
    }

    private bool Matches(RegisterRow<T> row) => Show switch
    {
        "findings" => row.Counts && row.Findings.Count > 0,
        "group" => row.Counts && row.Scope != RecordScope.Own,
        "deviating" => row.Deviations.Count > 0,
        OutOfUse => !row.Counts,
        _ => row.Counts,
    };

    // Folded as the database folds it, so that "apfel" finds "Äpfel" here as there.
    private bool IsFound(T record) =>
        string.IsNullOrWhiteSpace(Search) || SortKey.Of(record.DisplayName).Contains(SortKey.Of(Search), StringComparison.Ordinal);

    private IReadOnlyList<RequirementFinding> FindingsOf(T record) => _list!.RowOf(record.Id)?.Findings ?? [];
}
