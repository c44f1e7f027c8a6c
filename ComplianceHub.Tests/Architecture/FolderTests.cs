using System.Text.RegularExpressions;

namespace ComplianceHub.Tests.Architecture;

/// <summary>Who may use whom: the table of the architecture, held by the build.</summary>
public sealed class FolderTests
{
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";
    private const string AspNet = "Microsoft.AspNetCore";
    private const string Drawing = "SkiaSharp|HarfBuzzSharp";

    /// <summary>A folder, the folders of ours it may use beside itself, and what of others it must not.</summary>
    private sealed record Row(string Folder, string[] MayUse, params string[] Never);

    private static readonly Row[] Table =
    [
        new("Domain", [], EverythingBut("System")),
        new("Compliance", ["Domain"], EverythingBut("System"), "System.TimeProvider"),
        new("Reports", ["Domain", "Compliance"], EntityFramework, AspNet, "MudBlazor"),
        new("Exchange", ["Domain"], EntityFramework, AspNet, "MudBlazor"),
        new("Data", ["Domain", "Compliance"], "MudBlazor", Drawing),
        new("Components", ["Domain", "Compliance"], EntityFramework, Drawing),
        new("Features", ["Domain", "Compliance", "Reports", "Exchange", "Data", "Components"], Drawing),
        new("CommandLine", ["Domain", "Compliance", "Reports", "Exchange", "Data", "Features", "Demo"], "MudBlazor", AspNet + ".Components", Drawing),
        new("Demo", ["Domain", "Compliance", "Data"], AspNet + ".Components", "MudBlazor", Drawing),
        new("Account", ["Domain", "Data", "Components"], "MudBlazor", Drawing),
    ];

    public static TheoryData<string> Folders => [.. Code.FoldersOf("ComplianceHub")];

    public static TheoryData<string> Features => [.. Code.FoldersOf("ComplianceHub.Features")];

    [Fact]
    public void Every_row_has_its_folder() =>
        Assert.Equal(Table.Select(row => row.Folder).Order(StringComparer.Ordinal), Code.FoldersOf("ComplianceHub"));

    [Theory, MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_its_row_allows(string folder)
    {
        var row = Table.SingleOrDefault(row => row.Folder == folder);
        Assert.True(row is not null, $"{folder}/ is no folder of the architecture: move it, or decide what it may use.");
        var ours = string.Join('|', row.MayUse.Append(folder));
        Code.NeverUses(In(folder), $@"^ComplianceHub\.(?!({ours})\.)\w+\.", $"{folder} may use {ours}.");
        foreach (var never in row.Never)
            Code.NeverUses(In(folder), $@"^({never})([.`]|$)", $"{folder} must not use this.");
    }

    [Theory, MemberData(nameof(Features))]
    public void A_feature_never_uses_another_feature(string feature) =>
        Code.NeverUses(In($@"Features\.{feature}"), $@"^ComplianceHub\.Features\.(?!{feature}\.)\w+\.",
            "Features link through HubUrls and share through the folders above them.");

    [Fact]
    public void The_command_line_uses_no_component() =>
        Code.NeverUses(In("CommandLine"), $"^({string.Join('|', Code.Components.Select(type => Regex.Escape(type.FullName!)))})$",
            "A verb calls the Query, Store and Workflow classes of the features.");

    private static string In(string folder) => $@"^ComplianceHub\.{folder}\.";

    private static string EverythingBut(string root) => $@"(?!{root}\.|ComplianceHub\.)\w+\..*";
}
