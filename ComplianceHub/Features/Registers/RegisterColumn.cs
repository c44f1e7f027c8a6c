using System.Linq.Expressions;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ComplianceHub.Features.Registers;

/// <summary>
/// A column that says what it sorts by as an expression, so that a shop's register can be sorted in memory and the
/// group's in the database.
/// </summary>
public sealed class RegisterColumn<T> : TemplateColumn<T>
    where T : RegisterRecord
{
    /// <summary>What the column sorts by; null where it does not sort. Rows without a value come last.</summary>
    [Parameter]
    public Expression<Func<T, object?>>? By { get; set; }

    /// <summary>Whether it sorts by the record's name, folded: no case, no accents.</summary>
    [Parameter]
    public bool IsName { get; set; }

    /// <summary>Whether the value is computed from a part that the database keeps as one text; then only a shop's register sorts by it.</summary>
    [Parameter]
    public bool IsInMemory { get; set; }

    [CascadingParameter]
    private RegisterOwner? Owner { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Sortable = IsName || (By is not null && !(IsInMemory && Owner?.ShopId is null));
        if (IsName)
            SortBy = record => SortKey.Of(record.DisplayName);
        else if (By?.Compile() is { } value)
            SortBy = record => value(record) is Enum word ? word.ToString() : value(record);
        base.OnInitialized();
    }
}
