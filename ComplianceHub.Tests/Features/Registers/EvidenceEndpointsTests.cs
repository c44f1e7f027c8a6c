using System.Net;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Registers;

/// <summary>Evidence is a download for those who may see it, and for others as if it were missing.</summary>
public sealed class EvidenceEndpointsTests(HubApplication hub) : IClassFixture<HubApplication>
{
    [Fact]
    public async Task A_file_comes_as_a_download_of_the_type_found_in_it_that_nothing_can_run()
    {
        using var browser = new FormBrowser(hub);
        await browser.SignInAsync("viewer");
        using var answer = await browser.GetAsync(await FileOfAsync("fjord-and-fable"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("sandbox; default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Another_shops_file_is_as_if_it_were_missing()
    {
        using var browser = new FormBrowser(hub);
        await browser.SignInAsync("viewer");
        using var theirs = await browser.GetAsync(await FileOfAsync("olive-row"));
        using var missing = await browser.GetAsync(HubUrls.File(Guid.NewGuid()));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.StatusCode, missing.StatusCode));
        Assert.Equal((await FormBrowser.ReadAsync(missing)).QuerySelector("main")?.TextContent, (await FormBrowser.ReadAsync(theirs)).QuerySelector("main")?.TextContent);
    }

    [Fact]
    public async Task Nobody_downloads_without_signing_in()
    {
        using var browser = new FormBrowser(hub);
        using var answer = await browser.GetAsync(await FileOfAsync("fjord-and-fable"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_download_is_in_the_log()
    {
        using var browser = new FormBrowser(hub);
        await browser.SignInAsync("officer");
        var path = await FileOfAsync("fjord-and-fable");
        (await browser.GetAsync(path)).Dispose();
        await using var db = await OpenAsync();
        var id = path.Split('/')[^1];
        Assert.True(await db.AuditLogEntries.AnyAsync(entry => entry.Action == "downloaded" && entry.EntityId == id, TestContext.Current.CancellationToken));
    }

    private async Task<string> FileOfAsync(string slug)
    {
        await using var db = await OpenAsync();
        var shop = await db.Shops.SingleAsync(one => one.Slug == slug, TestContext.Current.CancellationToken);
        return HubUrls.File((await db.EvidenceFiles.FirstAsync(file => file.ShopId == shop.Id, TestContext.Current.CancellationToken)).Id);
    }

    private Task<HubDbContext> OpenAsync() =>
        hub.Services.CreateScope().ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), TestContext.Current.CancellationToken);
}
