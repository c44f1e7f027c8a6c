using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ComplianceHub.Tests.Journeys;

/// <summary>What a page does with text that somebody wrote to harm its readers, and with a reader who is there or gone.</summary>
public sealed class HostilePageTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private const string Payload = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";
    private const string ScriptAddress = "javascript:alert(3)//" + Payload;

    // A journey fails by itself when the browser reports a blocked script or the program asks another host.
    [Fact]
    public async Task No_text_of_a_record_becomes_a_script_or_a_link()
    {
        var vendor = await WriteHostileAsync();
        var dialogs = new List<string>();
        Page.Dialog += (_, dialog) =>
        {
            dialogs.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        await SignInAsync();
        foreach (var path in (string[])[HubUrls.Portfolio, HubUrls.Shop("fjord-and-fable"), HubUrls.Checklist("fjord-and-fable"), HubUrls.DataFlows("fjord-and-fable"),
            HubUrls.Log("fjord-and-fable"), HubUrls.Register(RegisterNames.ThirdParties, "fjord-and-fable", vendor), HubUrls.Register(RegisterNames.Notices, "fjord-and-fable"),
            HubUrls.Register(RegisterNames.Activities), HubUrls.PeopleAndGrants])
        {
            await OpenAsync(path);
            Assert.Equal(0, await Page.Locator("img[src=x], a[href^='javascript:' i]").CountAsync());
        }
        // The text is there, as text: else nothing was tried.
        await Assertions.Expect(Page.GetByText(Payload, new() { Exact = false }).First).ToBeVisibleAsync();
        Assert.Empty(dialogs);
    }

    [Fact]
    public async Task A_page_tells_that_somebody_uses_it()
    {
        await SignInAsync("viewer");
        // The clock alone: timers that fire would end the socket.
        await Page.Clock.SetSystemTimeAsync("2099-01-01T09:00:00Z");
        var told = await Page.RunAndWaitForRequestAsync(() => Page.Keyboard.PressAsync("Tab"), request => request.Url.EndsWith(AccountUrls.InUse, StringComparison.Ordinal));
        Assert.Equal(204, (await told.ResponseAsync())!.Status);
    }

    private async Task<Guid> WriteHostileAsync()
    {
        await using var scope = Hub.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), Ct);
        var shop = await db.Shops.SingleAsync(shop => shop.Slug == "fjord-and-fable", Ct);
        shop.Name = Payload;
        var vendors = await db.Vendors.ToListAsync(Ct);
        foreach (var vendor in vendors)
            vendor.LegalName = Payload;
        foreach (var activity in await db.Activities.ToListAsync(Ct))
            activity.Name = Payload;
        foreach (var notice in await db.Notices.ToListAsync(Ct))
            (notice.Title, notice.Url, notice.OptOutLink) = (Payload, ScriptAddress, ScriptAddress);
        (await db.Users.SingleAsync(user => user.Email == "viewer@demo.example", Ct)).DisplayName = Payload;
        db.Because(Payload);
        await db.SaveChangesAsync(Ct);
        return vendors.First(vendor => vendor.ShopId is null || vendor.ShopId == shop.Id).Id;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
