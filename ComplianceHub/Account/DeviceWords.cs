namespace ComplianceHub.Account;

/// <summary>Which kind of browser a person uses, in words they know, so that they recognise their sessions. Read from
/// what every browser sends of itself; nothing is asked of the device.</summary>
internal static class DeviceWords
{
    // The first that is there names it: Edge calls itself Chrome too, and Chrome calls itself Safari.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ];

    /// <summary>"Firefox on Linux"; "A browser" when it does not say.</summary>
    public static string Of(string? userAgent)
    {
        var browser = Name(Browsers, userAgent) ?? "A browser";
        return Name(Systems, userAgent) is { } system ? $"{browser} on {system}" : browser;
    }

    private static string? Name((string Mark, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(each => userAgent?.Contains(each.Mark, StringComparison.Ordinal) == true).Name;
}
