using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Demo;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Account;

/// <summary>A new phone, also where nobody may be without a second factor.</summary>
public sealed class AnotherAppTests() : AccountTests(new HubApplication { Settings = { ["Account:RequireSecondFactor"] = "true" } })
{
    private string _old = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Browser.SignInAsync("manager");
        (_old, _) = await SetUpSecondFactorAsync();
    }

    [Fact]
    public async Task Another_app_takes_over_and_ends_the_other_sessions()
    {
        using var other = new FormBrowser(Hub);
        await other.SignInAsync("manager");
        await CodeAsync(other, CodeOf(_old));
        Hub.Clock.Advance(TimeSpan.FromSeconds(30));

        var (key, ticket) = await StartAsync(CodeOf(_old));
        Assert.Null(other.Target(await other.GetAsync(HubUrls.Account)));
        Assert.Null(await FormBrowser.ProblemAsync(await FinishAsync(ticket, CodeOf(key))));

        Assert.NotNull(other.Target(await other.GetAsync(HubUrls.Account)));
        Assert.Contains("replaced by another", (await Browser.PageAsync(HubUrls.Account)).QuerySelector("[data-sign-in-changes] li")!.TextContent, StringComparison.Ordinal);
        Hub.Clock.Advance(TimeSpan.FromSeconds(30));
        await other.SignInAsync("manager");
        Assert.NotNull(await FormBrowser.ProblemAsync(await CodeAsync(other, CodeOf(_old))));
        Assert.Equal("/", other.Target(await CodeAsync(other, CodeOf(key))));
    }

    [Fact]
    public async Task A_wrong_code_shows_the_same_key_again_and_leaves_the_old_app()
    {
        var (key, ticket) = await StartAsync(CodeOf(_old));
        var page = await FormBrowser.ReadAsync(await FinishAsync(ticket, CodeOf(_old)));
        Assert.Equal(key, page.QuerySelector("[data-authenticator-key]")!.TextContent);
        Hub.Clock.Advance(TimeSpan.FromSeconds(30));
        using var other = new FormBrowser(Hub);
        await other.SignInAsync("manager");
        Assert.Equal("/", other.Target(await CodeAsync(other, CodeOf(_old))));
    }

    [Fact]
    public async Task The_key_waits_ten_minutes()
    {
        var (key, ticket) = await StartAsync(CodeOf(_old));
        Hub.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains("Start again", await FormBrowser.ProblemAsync(await FinishAsync(ticket, CodeOf(key))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_right_code_of_the_old_app_no_key_is_shown() =>
        Assert.Null((await FormBrowser.ReadAsync(await BeginAsync("000000"))).QuerySelector("[data-authenticator-key]"));

    private Task<HttpResponseMessage> BeginAsync(string code) => Browser.SubmitAsync(AccountUrls.AnotherApp, "another-app",
        ("Your password", DemoPeople.Password), ("Code of your authenticator app", code));

    private async Task<(string Key, string Ticket)> StartAsync(string code)
    {
        var page = await FormBrowser.ReadAsync(await BeginAsync(code));
        return (page.QuerySelector("[data-authenticator-key]")!.TextContent, page.QuerySelector("input[name='Input.Ticket']")!.GetAttribute("value")!);
    }

    private Task<HttpResponseMessage> FinishAsync(string ticket, string code) => Browser.PostAsync(AccountUrls.AnotherApp, AccountUrls.AnotherApp,
        ("_handler", "another-app"), ("Input.Ticket", ticket), ("Input.Code", code));

    private static Task<HttpResponseMessage> CodeAsync(FormBrowser browser, string code) =>
        browser.SubmitAsync(AccountUrls.LoginWithCode, "code", ("Code", code));
}
