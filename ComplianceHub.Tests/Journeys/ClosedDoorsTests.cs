using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ComplianceHub.Components;
using ComplianceHub.Demo;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>
/// What a viewer of one shop and an auditor of another reach, asked at every address that the program answers: a page
/// that is added tomorrow is asked too. What is forbidden looks like what is missing, and names nobody.
/// </summary>
public sealed partial class ClosedDoorsTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private readonly Doors _doors = new(hub);

    [Theory]
    [InlineData("viewer", "fjord-and-fable", "fjord-and-fable"), InlineData("auditor", "olive-row", "olive-row fjord-and-fable")]
    public async Task Nobody_gets_beyond_their_own_shop(string account, string shop, string known)
    {
        using var browser = await SignedInAsync(account);
        await new AuditWithEvidence(Hub).InFieldworkAsync($"Corner audit beside the {account}", "administrator", until: null, "northwind-corner");
        var strangers = await _doors.NamesBeyondAsync(known.Split(' '));
        var missing = await MainAsync(await browser.GetAsync("/no-such-page"));
        List<string> wrong = [];
        foreach (var (address, isOpen) in await _doors.AddressesAsync(account, shop))
        {
            using var answer = await browser.PatientlyAsync(address);
            // Whoever reads no register is led from the portfolio to their room.
            var led = address == HubUrls.Portfolio && account == "auditor";
            if (answer.StatusCode != (led ? HttpStatusCode.Redirect : isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound))
                wrong.Add($"{address} answers {answer.StatusCode}");
            if (!isOpen && !led && await MainAsync(answer) is var main && main != missing)
                wrong.Add($"{address} does not look missing: {main}");
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            wrong.AddRange(strangers.Where(name => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(name)}(?!\w)")).Select(name => $"{address} names {name}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("viewer"), InlineData("auditor")]
    public async Task Every_link_leads_somewhere(string account)
    {
        using var browser = await SignedInAsync(account);
        HashSet<string> seen = [account == "auditor" ? HubUrls.AuditorRoom : HubUrls.Portfolio];
        Queue<string> ahead = new(seen);
        List<string> dead = [];
        while (ahead.TryDequeue(out var address))
        {
            using var answer = await browser.PatientlyAsync(address);
            if (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location is { } to)
                dead.AddRange(seen.Contains(new Uri(Hub.Address, to).AbsolutePath) ? [] : [$"{address} leads to {to}"]);
            else if (answer.StatusCode != HttpStatusCode.OK)
                dead.Add(address);
            else if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                foreach (var link in await LinksAsync(answer))
                    if (seen.Add(link))
                        ahead.Enqueue(link);
        }

        Assert.True(dead.Count == 0, string.Join('\n', dead));
        Assert.True(seen.Count > 3, "No page links to another.");
    }

    [Fact]
    public async Task A_viewer_finds_nothing_to_write_with()
    {
        using var browser = await SignedInAsync("viewer");
        List<string> found = [];
        foreach (var (address, _) in (await _doors.AddressesAsync("viewer", "fjord-and-fable")).Where(door => door.IsOpen && !door.Address.StartsWith("/Account", StringComparison.Ordinal)))
        {
            var page = await FormBrowser.ReadAsync(await browser.PatientlyAsync(address));
            found.AddRange(WritingIn(page, address));
            // The editor of the first record, and the one of a new record.
            if (page.QuerySelector("a.record-link")?.GetAttribute("href") is not { } record)
                continue;
            var editor = await browser.PageAsync(record);
            if (editor.QuerySelector("[role=dialog]") is null)
                found.Add($"{record} opens no editor to read");
            found.AddRange(WritingIn(editor, record));
            if ((await browser.PageAsync($"{address}?new=true")).QuerySelector("[role=dialog]") is not null)
                found.Add($"{address}?new=true opens an editor");
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task The_search_finds_what_the_viewer_may_see()
    {
        await SignInAsync("viewer", HubUrls.Shop("fjord-and-fable"));
        await Page.Keyboard.PressAsync("Control+k");
        var search = Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search shops, records" });
        foreach (var name in (await _doors.NamesBeyondAsync("fjord-and-fable")).Append("People and grants").Append("Add a shop").Append("Import"))
        {
            await search.FillAsync(name);
            await Expect(Page.GetByText("Nothing that you may see has this in its name.")).ToBeVisibleAsync();
        }

        await search.FillAsync("Hotjar");
        await Expect(Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link, new() { Name = "Hotjar Ltd", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_auditor_has_a_room_and_no_menu_no_search_and_no_switcher()
    {
        await GivePasswordAsync($"auditor{DemoPeople.AddressEnd}", DemoPeople.Password);
        await Expect(Page).ToHaveURLAsync(new Regex($"{HubUrls.AuditorRoom}$"));
        await InteractiveAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your audits");
        await Page.Keyboard.PressAsync("Control+k");
        await Expect(Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToHaveCountAsync(0);
        foreach (var absent in new[] { "Search", "change shop" })
            await Expect(Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = absent })).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task<string?> MainAsync(HttpResponseMessage answer) => (await FormBrowser.ReadAsync(answer)).QuerySelector("main")?.TextContent;

    private async Task<FormBrowser> SignedInAsync(string account)
    {
        var browser = new FormBrowser(Hub);
        using var answer = await browser.SignInAsync(account);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    private static async Task<IEnumerable<string>> LinksAsync(HttpResponseMessage answer) => (await FormBrowser.ReadAsync(answer))
        .QuerySelectorAll("a[href]")
        .Select(link => link.GetAttribute("href")!.Split('#')[0])
        .Select(href => Uri.TryCreate(href, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal) ? whole.PathAndQuery : href)
        // Of the many that differ in record, filter or day, the first of each page is enough.
        .Where(href => href.StartsWith('/')).Select(href => href.Split('?')[0]);

    private static IEnumerable<string> WritingIn(IDocument page, string address)
    {
        var verbs = page.QuerySelectorAll("main button, main a, [role=dialog] button").Select(one => one.TextContent.Trim()).Where(text => WritingVerb().IsMatch(text));
        var fields = page.QuerySelectorAll("main :is(input, textarea, select):not([type=hidden], [type=date], [type=search], [disabled], [readonly], [aria-label^=Search], #evidence)")
            // A check box that only shows swallows the click; a question that only shows is disabled as a whole.
            .Where(field => !field.HasAttribute("__internal_preventdefault_onclick") && field.Closest("fieldset[disabled], [role=search]") is null).Select(field => field.OuterHtml);
        return verbs.Concat(fields).Select(found => $"{address}: {found}");
    }

    [GeneratedRegex(@"^(Add|Save|Retire|Deviate|Propose|Not used here|Invite|Upload|Import|Answer|Give|New|Mark|Take|Edit|Delete|Remove|Send|State|Accept|Decline|Back to the group)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WritingVerb();
}
