using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>A shop keeps something for another time than its group, and says why.</summary>
public sealed class DeviationJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private const string Rule = "Consent records";
    private const string Reason = "Danish proof runs for two years only.";

    private ILocator Editor => Page.GetByRole(AriaRole.Dialog);

    [Fact]
    public async Task A_shop_deviates_from_a_retention_rule_of_the_group_with_a_reason()
    {
        await RuleCoversEveryShopAsync();
        await SignInAsync("officer", HubUrls.Register(RegisterNames.Retention, "fjord-and-fable"));
        await Row("3 years").GetByRole(AriaRole.Link, new() { Name = Rule }).ClickAsync();
        await Editor.GetByRole(AriaRole.Button, new() { Name = "Deviate here" }).ClickAsync();
        await Editor.GetByRole(AriaRole.Spinbutton, new() { Name = "Kept for" }).FillAsync("2");
        await SaveAsync();
        var reason = Editor.GetByLabel("Why it deviates");
        await Expect(Editor.Locator(".mud-input-control", new() { Has = Page.GetByLabel("Why it deviates") })).ToContainTextAsync("Say why this shop deviates from the group.");
        await AccessibleAsync();

        await reason.FillAsync(Reason);
        await SaveAsync();
        await Expect(Editor).ToHaveCountAsync(0);
        await Expect(Row("2 years")).ToContainTextAsync("from the group, deviates here");

        await Row("2 years").GetByRole(AriaRole.Link, new() { Name = Rule }).ClickAsync();
        await Expect(Editor).ToContainTextAsync(Reason);
        await AccessibleAsync();

        await IsUnchangedAsync(HubUrls.Register(RegisterNames.Retention));
        await IsUnchangedAsync(HubUrls.Register(RegisterNames.Retention, "olive-row"));
        await OpenAsync(HubUrls.Log("fjord-and-fable"));
        await Expect(Page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync(Reason);
        await Expect(Page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("Mara Lindqvist");
    }

    private async Task RuleCoversEveryShopAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scope = Hub.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), ct);
        (await db.RetentionRules.SingleAsync(rule => rule.Name == Rule && rule.ShopId == null, ct)).AppliesTo = new() { Kind = CoverageKind.AllShops };
        await db.SaveChangesAsync(ct);
    }

    private ILocator Row(string keptFor) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Rule }).Filter(new() { HasText = keptFor });

    private Task SaveAsync() => Editor.GetByRole(AriaRole.Button, new() { Name = "Save deviation" }).ClickAsync();

    private async Task IsUnchangedAsync(string register)
    {
        await OpenAsync(register);
        await Expect(Row("3 years")).ToHaveCountAsync(1);
        await Expect(Row("3 years")).Not.ToContainTextAsync("deviates");
    }
}
