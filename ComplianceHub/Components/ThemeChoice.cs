namespace ComplianceHub.Components;

/// <summary>Light or dark, if the reader has chosen; without a choice the system decides.</summary>
public static class ThemeChoice
{
    /// <summary>The cookie that wwwroot/js/hub.js writes; it holds one word and no identity.</summary>
    public const string Cookie = "theme";

    /// <summary>"light", "dark", or null; anything else in the cookie counts as no choice.</summary>
    public static string? Of(HttpRequest request) =>
        request.Cookies[Cookie] is "light" or "dark" ? request.Cookies[Cookie] : null;
}
