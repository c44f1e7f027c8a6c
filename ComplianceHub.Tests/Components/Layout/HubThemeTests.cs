using System.Text.RegularExpressions;
using ComplianceHub.Components.Layout;
using ComplianceHub.Tests.Given;
using MudBlazor;
using MudBlazor.Utilities;

namespace ComplianceHub.Tests.Components.Layout;

/// <summary>The theme and the tokens say the same, and every pair of colours can be read.</summary>
public sealed class HubThemeTests
{
    private static readonly Dictionary<string, (string Light, string Dark)> Tokens =
        Regex.Matches(Repository.Read("ComplianceHub/wwwroot/css/tokens.css"), @"--([\w-]+):light-dark\((#\w{6}),(#\w{6})\)")
            .ToDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value));

    [Theory]
    [InlineData(nameof(Palette.Background), "background"), InlineData(nameof(Palette.Surface), "surface")]
    [InlineData(nameof(Palette.TextPrimary), "text"), InlineData(nameof(Palette.TextSecondary), "text-2")]
    [InlineData(nameof(Palette.Primary), "primary"), InlineData(nameof(Palette.PrimaryContrastText), "primary-on")]
    [InlineData(nameof(Palette.Secondary), "secondary"), InlineData(nameof(Palette.Tertiary), "tertiary")]
    [InlineData(nameof(Palette.Info), "info"), InlineData(nameof(Palette.Success), "success")]
    [InlineData(nameof(Palette.Warning), "warning"), InlineData(nameof(Palette.Error), "error")]
    [InlineData(nameof(Palette.LinesDefault), "lines"), InlineData(nameof(Palette.LinesInputs), "lines-input")]
    [InlineData(nameof(Palette.TableLines), "table-lines"), InlineData(nameof(Palette.TableHover), "hover")]
    public void The_theme_repeats_the_token(string field, string token)
    {
        Assert.Equal(new MudColor(Tokens[token].Light), Field(HubTheme.Instance.PaletteLight, field));
        Assert.Equal(new MudColor(Tokens[token].Dark), Field(HubTheme.Instance.PaletteDark, field));
    }

    [Theory]
    [InlineData("text", "surface"), InlineData("text-2", "surface"), InlineData("text-2", "background"), InlineData("drawer-text", "drawer")]
    [InlineData("primary", "surface"), InlineData("primary-on", "primary"), InlineData("primary", "selected"), InlineData("tertiary", "tertiary-soft")]
    [InlineData("pass-text", "pass-soft"), InlineData("partial-text", "partial-soft"), InlineData("fail-text", "fail-soft")]
    [InlineData("na-text", "na-soft"), InlineData("none-text", "surface"), InlineData("info-text", "info-soft"), InlineData("error", "surface")]
    [InlineData("heat-ready-text", "heat-ready"), InlineData("heat-nearly-text", "heat-nearly"), InlineData("heat-gaps-text", "heat-gaps")]
    [InlineData("heat-notready-text", "heat-notready"), InlineData("heat-none-text", "heat-none"), InlineData("heat-na-text", "surface")]
    public void Words_have_four_and_a_half_to_one(string word, string ground)
    {
        Assert.True(Contrast(Tokens[word].Light, Tokens[ground].Light) >= 4.5, $"{word} on {ground}, light");
        Assert.True(Contrast(Tokens[word].Dark, Tokens[ground].Dark) >= 4.5, $"{word} on {ground}, dark");
    }

    private static object? Field(Palette palette, string field) => typeof(Palette).GetProperty(field)!.GetValue(palette);

    // WCAG 2, relative luminance.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at) => Convert.ToInt32(hex[at..(at + 2)], 16) / 255.0 is var value && value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }
}
