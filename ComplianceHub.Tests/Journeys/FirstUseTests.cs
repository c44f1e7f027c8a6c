using System.Text.RegularExpressions;
using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>From the first start in Production to the first readiness, as the one who has just installed the program walks it.</summary>
public sealed class FirstUseTests(Chromium chromium) : Visit(new HubApplication { EnvironmentName = "Production" }, chromium)
{
    private const string Email = "first@group.example";
    private const string Password = "tides turn twice a day";

    private ILocator Steps => Page.GetByRole(AriaRole.Region, new() { Name = "Five steps to the first readiness" });

    public override async ValueTask InitializeAsync()
    {
        await Hub.InitializeAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Hub.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Leads_from_the_link_on_the_console_to_the_first_readiness()
    {
        await BecomeAdministratorAsync();
        await ExpectStepsAsync("0 of 5 done");
        await AccessibleAsync();

        await Steps.GetByRole(AriaRole.Link, new() { Name = "Add the first shop" }).ClickAsync();
        await AddShopAsync();
        await AnswerAsync("Does the shop offer goods to people in the EEA?", "Yes");
        await AnswerAsync("Does the shop take card payments?", "Yes");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save profile" }).ClickAsync();

        await ExpectStepsAsync("2 of 5 done");
        await Expect(Steps).ToContainTextAsync("2 of 13 questions are answered");
        await Expect(Page.GetByText("0 of 26 assessed")).ToBeVisibleAsync();
        await AccessibleAsync();

        await RecordAsync("Record the first activity", "Name", "Orders", "Add activity");
        await BackToTheShopAsync();
        await ExpectStepsAsync("2 of 5 done");
        await Expect(Steps).ToContainTextAsync("“Orders” is a draft.");
        await CompleteActivityAsync();
        await BackToTheShopAsync();
        await ExpectStepsAsync("3 of 5 done");
        // The registers say something now, so the shop has a readiness, and what is left of the way stays above it.
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Top fixes, GDPR" })).ToBeVisibleAsync();

        await RecordAsync("Record the first third party", "Legal name", "Parcel Post AS", "Add third party");
        await BackToTheShopAsync();
        await ExpectStepsAsync("4 of 5 done");
        await Steps.GetByRole(AriaRole.Link, new() { Name = "File the first agreement" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog, new() { Name = "New agreement" })).ToBeVisibleAsync();
    }

    private async Task BecomeAdministratorAsync()
    {
        await Page.GotoAsync(HubUrls.SetUp(Hub.Services.GetRequiredService<SetUpLink>().Make()));
        await Page.GetByLabel("Your name").FillAsync("Ada First");
        await Page.GetByLabel("E-mail address").FillAsync(Email);
        await Page.GetByLabel("New password", new() { Exact = true }).FillAsync(Password);
        await Page.GetByLabel("New password again").FillAsync(Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create administrator" }).ClickAsync();

        await Expect(Page.GetByText("Your password is set.")).ToBeVisibleAsync();
        await Page.GetByLabel("E-mail address").FillAsync(Email);
        await Page.GetByLabel("Password").FillAsync(Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(Page.GetByText("This installation wants a second factor of everybody.")).ToBeVisibleAsync();
        var key = await Page.Locator("[data-authenticator-key]").InnerTextAsync();
        await Page.GetByLabel("Code that the app shows").FillAsync(Authenticator.CodeOf(key, Hub.Clock.GetUtcNow()));
        await Page.GetByLabel("Your password").FillAsync(Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Switch on" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await InteractiveAsync();
    }

    private async Task AddShopAsync()
    {
        await Page.GetByLabel("Registered name").FillAsync("Harbour Books AS");
        await Page.GetByLabel("Name of the shop").FillAsync("Harbour Books");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add shop" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/shops/harbour-books/profile$"));
    }

    private Task AnswerAsync(string question, string answer) =>
        Page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer, new() { Exact = true }).CheckAsync();

    private Task ExpectStepsAsync(string done) => Expect(Steps).ToContainTextAsync(done);

    private Task BackToTheShopAsync() =>
        Page.GetByRole(AriaRole.Navigation, new() { Name = "Breadcrumb" }).GetByRole(AriaRole.Link, new() { Name = "Harbour Books" }).ClickAsync();

    private async Task CompleteActivityAsync()
    {
        await Steps.GetByRole(AriaRole.Link, new() { Name = "Complete the activity" }).ClickAsync();
        var editor = Page.GetByRole(AriaRole.Dialog);
        await editor.GetByLabel("Status", new() { Exact = true }).ClickAsync(new() { Force = true });
        await Page.GetByRole(AriaRole.Option, new() { Name = "Active", Exact = true }).ClickAsync();
        await Expect(editor.GetByLabel("Status", new() { Exact = true })).ToHaveValueAsync("Active");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(editor).ToHaveCountAsync(0);
    }

    private async Task RecordAsync(string step, string label, string text, string verb)
    {
        await Steps.GetByRole(AriaRole.Link, new() { Name = step }).ClickAsync();
        var editor = Page.GetByRole(AriaRole.Dialog);
        await editor.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        await editor.GetByRole(AriaRole.Button, new() { Name = verb }).ClickAsync();
        await Expect(editor).ToHaveCountAsync(0);
    }
}
