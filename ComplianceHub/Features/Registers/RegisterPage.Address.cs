using ComplianceHub.Components;
using Microsoft.AspNetCore.Components;

namespace ComplianceHub.Features.Registers;

/// <summary>What of the page stands in its address, and how it gets there.</summary>
public sealed partial class RegisterPage<T>
{
    [SupplyParameterFromQuery]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Record { get; set; }

    [SupplyParameterFromQuery]
    private bool New { get; set; }

    [SupplyParameterFromQuery]
    private Guid? About { get; set; }

    [SupplyParameterFromQuery]
    private string? Requirement { get; set; }

    [SupplyParameterFromQuery]
    private string? Finding { get; set; }

    private void Open(T? record)
    {
        if (record is not null)
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["record"] = record.Id, ["new"] = null }));
    }

    private void Add() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["new"] = true, ["record"] = null }));

    // In place of the editor's address: going back leads to where the person came from, not into the editor again.
    private void Close() => Navigation.NavigateTo(Here(Search, Show), replace: true);

    private void SearchFor(string? text) => Navigation.NavigateTo(Here(text, Show), replace: true);

    private void Filter(string? key) => Navigation.NavigateTo(Here(Search, key));

    private string Here(string? search, string? show) => Navigation.GetUriWithQueryParameters(
        HubUrls.Register(Register, Slug), new Dictionary<string, object?> { ["search"] = string.IsNullOrWhiteSpace(search) ? null : search, ["show"] = show });
}
