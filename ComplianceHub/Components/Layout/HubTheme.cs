using MudBlazor;

namespace ComplianceHub.Components.Layout;

/// <summary>
/// The theme MudBlazor is given. The values are those of wwwroot/css/tokens.css, where wwwroot/css/mud.css takes them
/// from for the screen; they are repeated here because MudBlazor computes hover and ripple shades from them.
/// </summary>
public static class HubTheme
{
    private static readonly string[] Inter = ["Inter", "system-ui", "-apple-system", "Segoe UI", "sans-serif"];

    /// <summary>Light and dark palettes, Inter, radius 6.</summary>
    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Background = "#F6F7F9",
            BackgroundGray = "#EDF0F4",
            Surface = "#FFFFFF",
            AppbarBackground = "#FFFFFF",
            AppbarText = "#151A24",
            DrawerBackground = "#FAFBFC",
            DrawerText = "#394355",
            DrawerIcon = "#626D7F",
            TextPrimary = "#151A24",
            TextSecondary = "#525C6D",
            TextDisabled = "#7C8696",
            ActionDefault = "#525C6D",
            ActionDisabled = "#7C8696",
            ActionDisabledBackground = "#EDF0F4",
            LinesDefault = "#DDE2E9",
            Divider = "#DDE2E9",
            TableLines = "#E8EBF0",
            LinesInputs = "#838D9D",
            TableHover = "#F1F3F7",
            Skeleton = "#EDF0F4",
            Primary = "#2A49C8",
            PrimaryContrastText = "#FFFFFF",
            PrimaryDarken = "#213BA6",
            Secondary = "#465269",
            Tertiary = "#7A3B9E",
            Info = "#0A68A6",
            Success = "#0A7354",
            Warning = "#8A5600",
            Error = "#B4241C",
            ErrorContrastText = "#FFFFFF",
        },
        PaletteDark = new PaletteDark
        {
            Background = "#0E1116",
            BackgroundGray = "#1D232C",
            Surface = "#151920",
            AppbarBackground = "#11151B",
            AppbarText = "#E9ECF2",
            DrawerBackground = "#11151B",
            DrawerText = "#C6CDD9",
            DrawerIcon = "#919CAD",
            TextPrimary = "#E9ECF2",
            TextSecondary = "#A4AEBE",
            TextDisabled = "#707B8C",
            ActionDefault = "#A4AEBE",
            ActionDisabled = "#707B8C",
            ActionDisabledBackground = "#1D232C",
            LinesDefault = "#2A313C",
            Divider = "#2A313C",
            TableLines = "#232A34",
            LinesInputs = "#6F7B8D",
            TableHover = "#1B212A",
            Skeleton = "#1D232C",
            Primary = "#A3B5FF",
            PrimaryContrastText = "#0E1638",
            PrimaryDarken = "#BDCAFF",
            Secondary = "#B5BECD",
            Tertiary = "#D6ABF3",
            Info = "#7DC5F6",
            Success = "#5CCBA0",
            Warning = "#F0B85A",
            Error = "#FF9A91",
            ErrorContrastText = "#3B0905",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "56px", DrawerWidthLeft = "232px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Inter, FontSize = "14px", LineHeight = "20px", LetterSpacing = "0" },
            H1 = new H1Typography { FontFamily = Inter, FontSize = "44px", LineHeight = "48px", FontWeight = "640", LetterSpacing = "-.035em" },
            H5 = new H5Typography { FontFamily = Inter, FontSize = "24px", LineHeight = "32px", FontWeight = "650", LetterSpacing = "-.012em" },
            H6 = new H6Typography { FontFamily = Inter, FontSize = "16px", LineHeight = "24px", FontWeight = "620", LetterSpacing = "-.008em" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Inter, FontSize = "15px", LineHeight = "20px", FontWeight = "620", LetterSpacing = "0" },
            Body1 = new Body1Typography { FontFamily = Inter, FontSize = "14px", LineHeight = "20px", LetterSpacing = "0" },
            Body2 = new Body2Typography { FontFamily = Inter, FontSize = "13px", LineHeight = "18px", LetterSpacing = "0" },
            Caption = new CaptionTypography { FontFamily = Inter, FontSize = "12px", LineHeight = "16px", LetterSpacing = "0" },
            Button = new ButtonTypography { FontFamily = Inter, FontSize = "13.5px", LineHeight = "1", FontWeight = "550", TextTransform = "none", LetterSpacing = "0" },
        },
    };
}
