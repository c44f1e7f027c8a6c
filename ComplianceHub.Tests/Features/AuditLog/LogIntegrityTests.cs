using Bunit;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.AuditLog;
using MudBlazor.Services;

namespace ComplianceHub.Tests.Features.AuditLog;

public sealed class LogIntegrityTests : AuditLogFixture
{
    [Fact]
    public async Task An_untouched_log_is_intact_and_the_page_says_when_that_was_seen()
    {
        var viewer = await PersonAsync(HubRole.Viewer, Shop.Id);
        Assert.StartsWith("Intact on 23 Nov 2026, 09:00 UTC: 4 entries, head ", await VerifyAsync(viewer), StringComparison.Ordinal);
        var facts = await FactsAsync(await PersonAsync(HubRole.Manager, Shop.Id));
        Assert.Contains("Verified last Intact, 23 Nov 2026, 09:00 UTC, by Viewer", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verifying_does_not_move_the_head_that_it_names()
    {
        var viewer = await PersonAsync(HubRole.Viewer, Shop.Id);
        Assert.Equal(await VerifyAsync(viewer), await VerifyAsync(viewer));
    }

    [Fact]
    public async Task A_forged_entry_is_named_and_remembered()
    {
        await ForgeAsync();
        var viewer = await PersonAsync(HubRole.Viewer, Shop.Id);
        Assert.StartsWith("The log did not hold on 23 Nov 2026, 09:00 UTC. At entry 2: ", await VerifyAsync(viewer), StringComparison.Ordinal);
        Assert.Contains("Verified last It did not hold, 23 Nov 2026, 09:00 UTC", await FactsAsync(viewer), StringComparison.Ordinal);
        Assert.Equal("The verification of 23 Nov 2026, 09:00 UTC failed.", Services.GetRequiredService<LogAlarm>().Reason);
    }

    [Fact]
    public async Task The_last_checkpoint_is_named_without_the_path_of_the_machine()
    {
        await ScopeOf(Actor.System("test")).GetRequiredService<Checkpoints>().WriteAsync(Ct);
        var facts = await FactsAsync(await PersonAsync(HubRole.Viewer, Shop.Id));
        Assert.Matches("Last checkpoint No. 1, 23 Nov 2026, 09:00 UTC, signed, in [0-9a-f-]{36}/checkpoints.txt beside the database", facts);
    }

    [Fact]
    public async Task Only_verifying_everything_ends_the_alarm()
    {
        var alarm = Services.GetRequiredService<LogAlarm>();
        alarm.Raise("Something was found.");
        await VerifyAsync(await PersonAsync(HubRole.Viewer, Shop.Id));
        Assert.NotNull(alarm.Reason);
        Assert.StartsWith("Intact on ", await VerifyAsync(await PersonAsync(HubRole.Administrator), LogScope.System), StringComparison.Ordinal);
        Assert.Null(alarm.Reason);
    }

    [Theory]
    [InlineData(HubRole.Auditor), InlineData(HubRole.Viewer)]
    public async Task Who_may_not_read_a_log_may_not_have_it_verified(HubRole role)
    {
        var workflow = Workflow(await PersonAsync(role, role == HubRole.Auditor ? Shop.Id : OtherShop.Id));
        foreach (var scope in new[] { LogScope.OfShop(Shop.Slug), LogScope.Group, LogScope.System })
        {
            Assert.Null(await workflow.VerifyAsync(scope, Ct));
            Assert.Null(await workflow.StandingAsync(scope, Ct));
        }
    }

    private VerificationWorkflow Workflow(Guid person)
    {
        var services = ScopeOf(Actor.User(person));
        var hub = services.GetRequiredService<HubDb>();
        return new(hub, new ChainVerifier(hub, services.GetRequiredService<AuditLogVerifier>()), Services.GetRequiredService<LogAlarm>(), Clock);
    }

    private async Task<string> VerifyAsync(Guid person, LogScope? scope = null)
    {
        await using var browser = Browser(person);
        var integrity = Render(browser, scope);
        await integrity.Find("button").ClickAsync();
        return Words(integrity.Find(".banner .text").TextContent);
    }

    private async Task<string> FactsAsync(Guid person)
    {
        await using var browser = Browser(person);
        return Words(Render(browser, null).Find("dl").TextContent);
    }

    private BunitContext Browser(Guid person)
    {
        var browser = new BunitContext();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddMudServices();
        browser.Services.AddSingleton(Workflow(person));
        return browser;
    }

    private IRenderedComponent<LogIntegrity> Render(BunitContext browser, LogScope? scope)
    {
        var integrity = browser.Render<LogIntegrity>(parameters => parameters.Add(one => one.Scope, scope ?? LogScope.OfShop(Shop.Slug)));
        integrity.WaitForElement("button");
        return integrity;
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
