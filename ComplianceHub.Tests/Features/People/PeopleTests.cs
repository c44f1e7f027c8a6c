using System.Net;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.People;
using ComplianceHub.Tests.Account;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.People;

/// <summary>Who may give what to whom, on the running program with the demo's people.</summary>
public sealed class PeopleTests : PeopleFixture
{
    [Fact]
    public async Task Inviting_somebody_who_has_an_account_adds_the_grant_and_makes_no_link()
    {
        Assert.Null(await AsAsync("administrator", workflow => workflow.InviteAsync(Invitation("viewer@demo.example", HubRole.Manager), Ct)));
        Assert.Equal(2, (await ListAsync("administrator"))!.People.Single(person => person.Email == "viewer@demo.example").Grants.Count);
    }

    [Theory]
    [InlineData("officer"), InlineData("manager"), InlineData("auditor"), InlineData("viewer")]
    public async Task Only_an_administrator_sees_people_and_gives_grants(string account)
    {
        var viewer = await PersonAsync("viewer");
        Assert.Null(await ListAsync(account));
        await RefusedAsync(account, workflow => workflow.InviteAsync(Invitation("x@group.example", HubRole.Viewer), Ct));
        await RefusedAsync(account, workflow => workflow.GiveAsync(viewer.Id, new() { Role = HubRole.Viewer }, Ct));
        await RefusedAsync(account, workflow => workflow.MakeLinkAsync(viewer.Id, Ct));
        await RefusedAsync(account, workflow => workflow.SetDisabledAsync(viewer.Id, true, Ct));
        Assert.DoesNotContain((await ListAsync("administrator"))!.People, person => person.Email == "x@group.example");
    }

    [Fact]
    public async Task Nobody_changes_their_own()
    {
        var row = (await ListAsync("administrator"))!.People.Single(person => person.IsReader);
        Assert.False(row.MayManage);
        await RefusedAsync("administrator", workflow => workflow.GiveAsync(row.Id, new() { Role = HubRole.Administrator }, Ct));
        await RefusedAsync("administrator", workflow => workflow.TakeAwayAsync(row.Grants.Single().Id, Ct));
        await RefusedAsync("administrator", workflow => workflow.SetDisabledAsync(row.Id, true, Ct));
    }

    [Fact]
    public async Task An_administrator_of_a_shop_keeps_to_the_shop()
    {
        await EndAuditsOfAsync("auditor");
        var olive = await ShopAsync("olive-row");
        var (viewer, auditor) = (await PersonAsync("viewer"), await PersonAsync("auditor"));
        await AsAsync("administrator", workflow => workflow.GiveAsync(viewer.Id, new() { Role = HubRole.Administrator, ShopId = olive, Until = Today.AddDays(10) }, Ct));
        await AsAsync("administrator", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, ShopId = olive, Until = Today.AddDays(10) }, Ct));

        var list = (await ListAsync("viewer"))!;

        Assert.Equal(["auditor@demo.example", "viewer@demo.example"], list.People.Select(person => person.Email).Order());
        Assert.Equal([olive], list.Places.Select(place => place.ShopId));
        await AsAsync("viewer", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, ShopId = olive, Until = Today.AddDays(10) }, Ct));
        await RefusedAsync("viewer", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, ShopId = olive, Until = Today.AddDays(11) }, Ct));
        await RefusedAsync("viewer", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, ShopId = olive }, Ct));
        await RefusedAsync("viewer", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, Until = Today }, Ct));
        // A grant without end is more than this administrator could give.
        await AsAsync("administrator", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, ShopId = olive }, Ct));
        await RefusedAsync("viewer", workflow => workflow.MakeLinkAsync(auditor.Id, Ct));
    }

    [Fact]
    public async Task A_grant_taken_away_works_at_the_next_action_of_an_open_session()
    {
        var (viewer, grant) = await OnlyGrantAsync("viewer");
        await using var scope = Scope(viewer);
        var hub = scope.ServiceProvider.GetRequiredService<HubDb>();
        Assert.Equal(1, await ShopsAsync(hub));

        await AsAsync("administrator", workflow => workflow.TakeAwayAsync(grant.Id, Ct));

        Assert.Equal(0, await ShopsAsync(hub));
    }

    [Fact]
    public async Task A_disabled_account_holds_nothing_at_its_next_action_and_signs_in_no_more()
    {
        var viewer = await PersonAsync("viewer");
        await using var scope = Scope(viewer.Id);
        var hub = scope.ServiceProvider.GetRequiredService<HubDb>();
        Assert.Equal(1, await ShopsAsync(hub));

        await AsAsync("administrator", workflow => workflow.SetDisabledAsync(viewer.Id, true, Ct));

        Assert.Equal(0, await ShopsAsync(hub));
        Assert.NotNull(await FormBrowser.ProblemAsync(await Browser.SignInAsync("viewer")));
        await AsAsync("administrator", workflow => workflow.SetDisabledAsync(viewer.Id, false, Ct));
        Assert.Equal("/", Browser.Target(await Browser.SignInAsync("viewer")));
    }

    [Fact]
    public async Task A_grant_that_somebody_changed_in_the_meantime_is_not_overwritten()
    {
        var (_, grant) = await OnlyGrantAsync("viewer");
        await AsAsync("administrator", workflow => workflow.ChangeAsync(grant.Id, grant.Version, new() { Role = HubRole.Manager }, Ct));
        await Assert.ThrowsAnyAsync<RecordConflictException>(() =>
            AsAsync("administrator", workflow => workflow.ChangeAsync(grant.Id, grant.Version, new() { Role = HubRole.Viewer }, Ct)));
        Assert.Equal(HubRole.Manager, (await OnlyGrantAsync("viewer")).Grant.Role);
    }

    [Fact]
    public async Task Nobody_is_made_auditor_of_a_shop_or_of_the_group()
    {
        var (viewer, grant) = await OnlyGrantAsync("viewer");
        var olive = await ShopAsync("olive-row");
        await RefusedAsync("administrator", workflow => workflow.GiveAsync(viewer, new() { Role = HubRole.Auditor }, Ct));
        await RefusedAsync("administrator", workflow => workflow.GiveAsync(viewer, new() { Role = HubRole.Auditor, ShopId = olive }, Ct));
        await RefusedAsync("administrator", workflow => workflow.InviteAsync(Invitation("x@group.example", HubRole.Auditor), Ct));
        await RefusedAsync("administrator", workflow => workflow.ChangeAsync(grant.Id, grant.Version, new() { Role = HubRole.Auditor }, Ct));
    }

    [Fact]
    public async Task A_grant_does_not_end_before_today()
    {
        var viewer = await PersonAsync("viewer");
        await Assert.ThrowsAsync<DomainException>(() =>
            AsAsync("administrator", workflow => workflow.GiveAsync(viewer.Id, new() { Until = Today.AddDays(-1) }, Ct)));
        await AsAsync("administrator", workflow => workflow.GiveAsync(viewer.Id, new() { Until = Today }, Ct));
    }
}
