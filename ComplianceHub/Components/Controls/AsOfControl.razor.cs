using System.Globalization;
using ComplianceHub.Compliance;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ComplianceHub.Components.Controls;

/// <summary>Asks for a day; the page puts it into its address and reads the registers for it.</summary>
public sealed partial class AsOfControl
{
    private bool _isOpen;

    /// <summary>The day the page shows.</summary>
    [Parameter, EditorRequired]
    public DateOnly Day { get; set; }

    /// <summary>Today in the shop's time zone.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>Told the chosen day.</summary>
    [Parameter]
    public EventCallback<DateOnly> DayChanged { get; set; }

    private bool IsToday => Day == Today;

    private IEnumerable<(string Text, DateOnly Day)> Choices =>
    [
        ("Today", Today),
        ("A year ago", Today.AddYears(-1)),
        ("In 30 days", Today.AddDays(30)),
        ($"1 Jan {Today.Year + 1}", new DateOnly(Today.Year + 1, 1, 1)),
    ];

    private async Task ChooseAsync(DateOnly day)
    {
        _isOpen = false;
        await DayChanged.InvokeAsync(day);
    }

    // A half-typed date arrives as an empty string; it is no day yet.
    private Task PickAsync(ChangeEventArgs e) =>
        DateOnly.TryParseExact(e.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && ReadableDays.Include(day)
            ? ChooseAsync(day)
            : Task.CompletedTask;

    private void CloseOnEscape(KeyboardEventArgs e)
    {
        if (e.Key == "Escape")
            _isOpen = false;
    }
}
