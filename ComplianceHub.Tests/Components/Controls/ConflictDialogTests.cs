using Bunit;
using ComplianceHub.Components.Controls;
using MudBlazor;
using MudBlazor.Services;

namespace ComplianceHub.Tests.Components.Controls;

/// <summary>When somebody was faster, both versions are shown and the choice is made for each field.</summary>
public sealed class ConflictDialogTests : BunitContext
{
    private static readonly ConflictField[] Fields =
        [new("Until", "Until", "12 Dec 2027", "12 Dec 2026"), new("Audits", "(h) Audits", "Not reviewed", "Absent")];

    public ConflictDialogTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task The_choice_names_the_fields_to_take_from_yours()
    {
        var (dialogs, answer) = await AskAsync();
        Assert.Contains("12 Dec 2027", dialogs.Markup, StringComparison.Ordinal);
        dialogs.FindAll("input[type=radio]")[0].Change(true);
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Save the choice").Click();
        Assert.Equal(["Audits"], await answer);
    }

    [Fact]
    public async Task Keep_editing_chooses_nothing()
    {
        var (dialogs, answer) = await AskAsync();
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Keep editing").Click();
        Assert.Null(await answer);
    }

    private async Task<(IRenderedComponent<MudDialogProvider> Dialogs, Task<IReadOnlySet<string>?> Answer)> AskAsync()
    {
        var dialogs = Render<MudDialogProvider>();
        Task<IReadOnlySet<string>?> answer = null!;
        // A block, not an expression: the dialog opens here, and its answer is awaited by the test.
        await dialogs.InvokeAsync(() => { answer = ConflictDialog.AskAsync(Services.GetRequiredService<IDialogService>(), "Somebody changed this.", Fields); });
        dialogs.WaitForElement("table");
        return (dialogs, answer);
    }
}
