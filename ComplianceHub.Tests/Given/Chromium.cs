using System.Diagnostics;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace ComplianceHub.Tests.Given;

/// <summary>
/// The browser of the journeys, started once for the run: an installed Chromium, Chrome or Edge, else one that is
/// installed here and now, else a failure that says what to install.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    // The last five keep it from asking hosts of its own: a journey fails when a page asks any host but ours.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"];

    private readonly Lazy<Task<IBrowser>> _browser;
    private IPlaywright? _playwright;

    public Chromium() => _browser = new Lazy<Task<IBrowser>>(StartAsync);

    /// <summary>The running browser; the first caller waits for its start.</summary>
    public Task<IBrowser> BrowserAsync() => _browser.Value;

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated && _browser.Value.IsCompletedSuccessfully)
            await (await _browser.Value).DisposeAsync();
        _playwright?.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Installed(_playwright) ?? Install(_playwright),
            Args = Arguments,
        });
    }

    private static string? Installed(IPlaywright playwright) =>
        Candidates().Append(playwright.Chromium.ExecutablePath).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Candidates()
    {
        if (OperatingSystem.IsMacOS())
            return ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"];

        if (OperatingSystem.IsWindows())
            return from root in new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }
                   let folder = Environment.GetEnvironmentVariable(root)
                   where folder is not null
                   from program in new[] { @"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe" }
                   select Path.Combine(folder, program);

        return from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin").Append("/opt/google/chrome")
               from name in Names
               select Path.Combine(folder, name);
    }

    private static string Install(IPlaywright playwright)
    {
        var mayInstallPackages = OperatingSystem.IsLinux() && Environment.UserName == "root";
        if (Microsoft.Playwright.Program.Main(mayInstallPackages ? ["install", "--with-deps", "chromium"] : ["install", "chromium"]) != 0 && mayInstallPackages)
            InstallFromDebian();
        return Installed(playwright) ?? throw new InvalidOperationException(
            "The journeys need a browser and none could be installed: install Chromium, Chrome or Edge (Debian: apt install chromium) and run the tests again.");
    }

    private static void InstallFromDebian()
    {
        foreach (var arguments in new[] { "update -qq", "install -y -qq --no-install-recommends chromium" })
        {
            var start = new ProcessStartInfo("apt-get", arguments) { RedirectStandardInput = true };
            start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
            using var aptGet = Process.Start(start);
            aptGet?.StandardInput.Close();
            aptGet?.WaitForExit();
        }
    }
}
