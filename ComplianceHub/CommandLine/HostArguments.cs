using ComplianceHub.Domain;

namespace ComplianceHub.CommandLine;

/// <summary>
/// The options of the web host: settings by their key. The framework takes any word and ignores those that it does not
/// know, so a slip of the pen would start the program on another database.
/// </summary>
internal static class HostArguments
{
    /// <summary>Options that stand for a key, on the command line alone: a variable DATABASE of the environment may be somebody else's.</summary>
    private static readonly Dictionary<string, string> ShortForms = new() { [HubCommandLine.Database.Name] = "Data:Database" };

    // What the host itself reads, and what the tools that start it (tests, migrations) add.
    private static readonly string[] Known =
    [
        "urls", "http_ports", "https_ports", "environment", "contentRoot", "webRoot", "applicationName", "AllowedHosts",
        "detailedErrors", "shutdownTimeoutSeconds", "hostingStartupAssemblies", "preferHostingUrls", "ForwardedHeaders_Enabled",
    ];

    /// <summary>Adds the options to the settings, above all other sources.</summary>
    /// <exception cref="DomainException">An option is not known, or has no value.</exception>
    public static void AddHostArguments(this IConfigurationBuilder settings, string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var (option, value) = args[i].Split('=', 2) is [var name, var given] ? (name, given) : (args[i], args.ElementAtOrDefault(++i));
            // A section without a value, which the tests' host passes on, sets nothing.
            if (!IsKnown(option) && value is not "")
                throw new DomainException($"“{option}” is no option of the web host: give --database, --urls, --environment, or a setting with its key, as in --Account:IdleMinutes=60.");
            if (value is null || (value.Length == 0 && ShortForms.ContainsKey(option)))
                throw new DomainException($"“{option}” needs a value: write {option} VALUE.");
        }
        settings.AddCommandLine(args, ShortForms);
    }

    private static bool IsKnown(string option) =>
        option.StartsWith("--", StringComparison.Ordinal)
        && (ShortForms.ContainsKey(option) || option.Contains(':', StringComparison.Ordinal) || Known.Contains(option[2..], StringComparer.OrdinalIgnoreCase));
}
