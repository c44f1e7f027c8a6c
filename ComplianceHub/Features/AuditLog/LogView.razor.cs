using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Data;
using Microsoft.AspNetCore.Components;

namespace ComplianceHub.Features.AuditLog;

/// <summary>The log of a shop, of the group or of the system.</summary>
public sealed partial class LogView
{
    private LogPageEntries? _page;
    private bool _isMissing;

    [Inject]
    private LogQuery Query { get; set; } = default!;

    /// <summary>Which log.</summary>
    [Parameter, EditorRequired]
    public LogScope Scope { get; set; } = default!;

    /// <summary>The page's one heading.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What the page tells.</summary>
    [Parameter, EditorRequired]
    public string Sentence { get; set; } = "";

    [SupplyParameterFromQuery] private string? Who { get; set; }
    [SupplyParameterFromQuery] private string? Kind { get; set; }
    [SupplyParameterFromQuery] private string? Action { get; set; }
    [SupplyParameterFromQuery] private Guid? Record { get; set; }
    [SupplyParameterFromQuery] private DateOnly? Since { get; set; }
    [SupplyParameterFromQuery] private DateOnly? Until { get; set; }
    [SupplyParameterFromQuery] private string? Text { get; set; }
    [SupplyParameterFromQuery] private string? Before { get; set; }
    [SupplyParameterFromQuery] private string? After { get; set; }

    private LogAsked Asked => new() { Who = Who, Kind = Kind, Action = Action, Record = Record, Since = Since, Until = Until, Text = Text };

    private AuditLogPlace? Place => long.TryParse(After, out var after) ? new(after, AuditLogDirection.Newer)
        : long.TryParse(Before, out var before) ? new(before, AuditLogDirection.Older) : null;

    private IReadOnlyList<Crumb> Trail => Scope.Slug is { } slug
        ? [new("Portfolio", HubUrls.Portfolio), new(_page?.Name ?? slug, HubUrls.Shop(slug))]
        : [new("Portfolio", HubUrls.Portfolio)];

    private string? RecordName => Record is not { } id ? null
        : _page?.Entries.Lines.Select(line => line.Names.GetValueOrDefault(id)).FirstOrDefault(name => name is not null) ?? "one record";

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _page = await Query.PageAsync(Scope, Asked.Filter, Place, Leaving);
        _isMissing = _page is null;
    }

    private string File(string format) => HubUrls.Log($"{Scope.Address}.{format}", Asked.Parameters);

    private string To(LogAsked asked, params IEnumerable<(string Name, string Value)> place) => HubUrls.Log(Scope.Address, asked.Parameters.Concat(place));
}
