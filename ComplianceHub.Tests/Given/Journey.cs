using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ComplianceHub.Components;
using ComplianceHub.Demo;
using Microsoft.Playwright;

namespace ComplianceHub.Tests.Given;

/// <summary>A journey on the program with its demo, which the journeys of a class share.</summary>
public abstract class Journey(HubApplication hub, Chromium chromium) : Visit(hub, chromium), IClassFixture<HubApplication>;

/// <summary>
/// One person with one browser on the running program. Beside what a test asserts, every journey fails when a page
/// writes an error to the browser's console, asks any host but ours, or the program answers with a server error.
/// </summary>
public abstract class Visit(HubApplication hub, Chromium chromium) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly List<string> _tolerated = [];
    private IBrowserContext? _context;

    static Visit() => Assertions.SetDefaultExpectTimeout(15_000);

    /// <summary>The running program.</summary>
    protected HubApplication Hub { get; } = hub;

    /// <summary>The open page.</summary>
    protected IPage Page { get; private set; } = null!;

    /// <summary>The size of the window; a phone overrides it.</summary>
    protected virtual ViewportSize Window => new() { Width = 1280, Height = 900 };

    public virtual async ValueTask InitializeAsync()
    {
        _context = await (await chromium.BrowserAsync()).NewContextAsync(new()
        {
            BaseURL = Hub.Address.ToString(),
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = Window,
        });
        _context.SetDefaultTimeout(20_000);
        Page = await _context.NewPageAsync();
        Watch(Page);
    }

    public virtual async ValueTask DisposeAsync()
    {
        var complaints = Complaints.Where(complaint => !_tolerated.Any(complaint.Contains)).Distinct().ToArray();
        if (complaints.Length > 0 || TestContext.Current.TestState?.Result == TestResult.Failed)
            await KeepPictureAsync();
        if (_context is not null)
            await _context.DisposeAsync();
        Assert.True(complaints.Length == 0, string.Join('\n', complaints));
        GC.SuppressFinalize(this);
    }

    /// <summary>What the browser and the program complained about so far.</summary>
    protected IEnumerable<string> Complaints => _complaints;

    /// <summary>Fills in the sign-in form and sends it.</summary>
    protected async Task GivePasswordAsync(string address, string password, string path = HubUrls.Portfolio)
    {
        await Page.GotoAsync($"{HubUrls.Login}?returnUrl={Uri.EscapeDataString(path)}");
        await Page.GetByLabel("E-mail address").FillAsync(address);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Goes to a path and waits until the page reacts to clicks.</summary>
    protected async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await InteractiveAsync();
    }

    /// <summary>Opens a path in another tab of the same browser, and waits until it reacts to clicks.</summary>
    protected async Task<IPage> AnotherTabAsync(string path)
    {
        var tab = await _context!.NewPageAsync();
        Watch(tab);
        await tab.GotoAsync(path);
        await tab.Locator("[data-interactive]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return tab;
    }

    /// <summary>Waits until file fields are heard: Blazor attaches its listener by script, after the render; a choice before that is lost.</summary>
    protected Task FilesAreHeardAsync() => Page.WaitForFunctionAsync(
        "() => { const fields = [...document.querySelectorAll('input[type=file]')]; return fields.length > 0 && fields.every(field => '_blazorInputFileNextFileId' in field); }");

    /// <summary>
    /// Signs in as a person of the demo: "administrator", "officer", "manager", "auditor" or "viewer". Later journeys
    /// on the same program bring the cookies of the first.
    /// </summary>
    /// <param name="account">What stands before the @ of the address.</param>
    /// <param name="path">Where to go then.</param>
    protected async Task SignInAsync(string account = "administrator", string path = HubUrls.Portfolio)
    {
        if (Hub.Sessions.TryGetValue(account, out var cookies))
        {
            await _context!.AddCookiesAsync(cookies);
            await OpenAsync(path);
            return;
        }
        await GivePasswordAsync(account + DemoPeople.AddressEnd, DemoPeople.Password, path);
        // Not by the event of a load, which may have passed when the waiting begins.
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex($"{Regex.Escape(path)}$"));
        await InteractiveAsync();
        Hub.Sessions[account] = [.. (await _context!.CookiesAsync()).Select(Again)];
    }

    /// <summary>Waits until the page reacts to clicks: before that, a click on the prerendered page is lost.</summary>
    protected Task InteractiveAsync() => Page.Locator("[data-interactive]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Says that this journey provokes a complaint with this text, such as the 404 of a forbidden page.</summary>
    protected void Tolerate(string complaint) => _tolerated.Add(complaint);

    /// <summary>Fails when axe finds a serious or critical violation on the open page, light or dark.</summary>
    protected async Task AccessibleAsync()
    {
        // Dark differs by its colours alone, so only their contrast is measured again.
        string[] violations = [.. await Axe.ViolationsAsync(Page, ColorScheme.Light), .. await Axe.ViolationsAsync(Page, ColorScheme.Dark, "color-contrast")];
        Assert.True(violations.Length == 0, string.Join('\n', violations));
    }

    private static Cookie Again(BrowserContextCookiesResult cookie) => new()
    {
        Name = cookie.Name,
        Value = cookie.Value,
        Domain = cookie.Domain,
        Path = cookie.Path,
        HttpOnly = cookie.HttpOnly,
        Secure = cookie.Secure,
        SameSite = cookie.SameSite,
    };

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Enqueue($"Console: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => _complaints.Enqueue($"Script: {error}");
        page.Request += (_, request) => Own(request.Url);
        page.WebSocket += (_, socket) => Own(socket.Url);
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
                _complaints.Enqueue($"{response.Status} {response.Url}");
        };
    }

    private void Own(string url)
    {
        var asked = new Uri(url);
        if (asked.Scheme is not ("data" or "blob" or "about") && asked.Authority != Hub.Address.Authority)
            _complaints.Enqueue($"Another host: {url}");
    }

    private async Task KeepPictureAsync()
    {
        var name = Regex.Replace(TestContext.Current.Test?.TestDisplayName ?? "journey", @"[^\w.]+", "-");
        var path = Path.Combine(AppContext.BaseDirectory, "TestResults", $"{name}.png");
        await Page.ScreenshotAsync(new() { Path = path, FullPage = true });
        TestContext.Current.TestOutputHelper?.WriteLine($"{Page.Url} looked like {path}");
    }
}
