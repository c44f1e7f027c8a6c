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
public sealed class PeopleTests() : AccountTests(new HubApplication())
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task An_invitation_leads_to_an_account_once()
    {
        var link = await AsAsync("administrator", workflow => workflow.InviteAsync(Invitation("new@group.example", HubRole.Manager), Ct));

        var answer = await Browser.SubmitAsync(link!, "invitation",
            ("Your name", "Nora New"), ("New password", "tides turn twice a day"), ("New password again", "tides turn twice a day"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("does not work any more", await FormBrowser.ProblemAsync(await Browser.GetAsync(link!)), StringComparison.Ordinal);
        Assert.Equal("/", Browser.Target(await Browser.SignInAsync("new@group.example", "tides turn twice a day")));
        Assert.Equal("Nora New", (await ListAsync("administrator"))!.People.Single(person => person.Email == "new@group.example").Name);
    }

    [Fact]
    public async Task Inviting_somebody_who_has_an_account_adds_the_grant_and_makes_no_link()
    {
        Assert.Null(await AsAsync("administrator", workflow => workflow.InviteAsync(Invitation("viewer@demo.example", HubRole.Manager), Ct)));
        Assert.Equal(2, (await ListAsync("administrator"))!.People.Single(person => person.Email == "viewer@demo.example").Grants.Count);
    }

    [Fact]
    public async Task A_reset_link_sets_another_password_once_and_ends_a_lock()
    {
        for (var i = 0; i < 5; i++)
            await Browser.SignInAsync("viewer", "not the password");
        var viewer = await PersonAsync("viewer");
        var link = await AsAsync("administrator", workflow => workflow.MakeLinkAsync(viewer.Id, Ct));

        await Browser.SubmitAsync(link, "reset-password", ("New password", "tides turn twice a day"), ("New password again", "tides turn twice a day"));

        Assert.Contains("does not work any more", await FormBrowser.ProblemAsync(await Browser.GetAsync(link)), StringComparison.Ordinal);
        Assert.Equal("/", Browser.Target(await Browser.SignInAsync("viewer", "tides turn twice a day")));
        Assert.Contains("made link", await LoggedAsync(viewer.Id.ToString()));
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
        var olive = await ShopAsync("olive-row");
        var (viewer, auditor) = (await PersonAsync("viewer"), await PersonAsync("auditor"));
        await AsAsync("administrator", workflow => workflow.GiveAsync(viewer.Id, new() { Role = HubRole.Administrator, ShopId = olive, Until = Today.AddDays(10) }, Ct));

        var list = (await ListAsync("viewer"))!;

        Assert.Equal(["auditor@demo.example", "viewer@demo.example"], list.People.Select(person => person.Email).Order());
        Assert.Equal([olive], list.Places.Select(place => place.ShopId));
        await AsAsync("viewer", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, ShopId = olive, Until = Today.AddDays(10) }, Ct));
        await RefusedAsync("viewer", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, ShopId = olive, Until = Today.AddDays(11) }, Ct));
        await RefusedAsync("viewer", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, ShopId = olive }, Ct));
        await RefusedAsync("viewer", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, Until = Today }, Ct));
        // The auditor's own grant has no end: more than this administrator could give.
        await RefusedAsync("viewer", workflow => workflow.MakeLinkAsync(auditor.Id, Ct));
    }

    [Fact]
    public async Task Making_a_link_for_somebody_who_holds_more_is_refused()
    {
        var olive = await ShopAsync("olive-row");
        var (viewer, manager) = (await PersonAsync("viewer"), await PersonAsync("manager"));
        await AsAsync("administrator", workflow => workflow.GiveAsync(viewer.Id, new() { Role = HubRole.Administrator, ShopId = olive }, Ct));
        await AsAsync("administrator", workflow => workflow.GiveAsync(manager.Id, new() { Role = HubRole.Viewer, ShopId = olive }, Ct));

        var seen = (await ListAsync("viewer"))!.People.Single(person => person.Email == "manager@demo.example");

        Assert.Equal([olive], seen.Grants.Select(grant => grant.ShopId));
        Assert.False(seen.MayManage);
        await RefusedAsync("viewer", workflow => workflow.MakeLinkAsync(manager.Id, Ct));
        await RefusedAsync("viewer", workflow => workflow.RemoveSecondFactorAsync(manager.Id, Ct));
    }

    [Fact]
    public async Task Inviting_a_waiting_administrator_to_a_shop_gives_no_link_into_their_account()
    {
        var olive = await ShopAsync("olive-row");
        var viewer = await PersonAsync("viewer");
        await AsAsync("administrator", workflow => workflow.GiveAsync(viewer.Id, new() { Role = HubRole.Administrator, ShopId = olive }, Ct));
        await AsAsync("administrator", workflow => workflow.InviteAsync(Invitation("new@group.example", HubRole.Administrator), Ct));

        var link = await AsAsync("viewer", workflow => workflow.InviteAsync(
            new() { Invites = true, Name = "Somebody", Email = "new@group.example", Role = HubRole.Viewer, ShopId = olive }, Ct));

        Assert.Null(link);
        Assert.Equal(2, (await ListAsync("administrator"))!.People.Single(person => person.Email == "new@group.example").Grants.Count);
    }

    [Fact]
    public async Task A_link_dies_with_the_grant_of_its_maker()
    {
        var olive = await ShopAsync("olive-row");
        var (viewer, standing) = await OnlyGrantAsync("viewer");
        await AsAsync("administrator", workflow => workflow.TakeAwayAsync(standing.Id, Ct));
        await AsAsync("administrator", workflow => workflow.GiveAsync(viewer, new() { Role = HubRole.Administrator, ShopId = olive }, Ct));
        var invitation = await AsAsync("viewer", workflow => workflow.InviteAsync(
            new() { Invites = true, Name = "Somebody", Email = "new@group.example", Role = HubRole.Administrator, ShopId = olive }, Ct));
        var auditor = await PersonAsync("auditor");
        var reset = await AsAsync("viewer", workflow => workflow.MakeLinkAsync(auditor.Id, Ct));
        Assert.Null(await FormBrowser.ProblemAsync(await Browser.GetAsync(invitation!)));
        Assert.Null(await FormBrowser.ProblemAsync(await Browser.GetAsync(reset)));

        var (_, administering) = await OnlyGrantAsync("viewer");
        await AsAsync("administrator", workflow => workflow.TakeAwayAsync(administering.Id, Ct));

        Assert.NotNull(await FormBrowser.ProblemAsync(await Browser.GetAsync(invitation!)));
        Assert.NotNull(await FormBrowser.ProblemAsync(await Browser.GetAsync(reset)));
    }

    [Fact]
    public async Task A_link_dies_when_the_account_is_given_more_than_its_maker_holds()
    {
        var olive = await ShopAsync("olive-row");
        var (viewer, auditor) = (await PersonAsync("viewer"), await PersonAsync("auditor"));
        await AsAsync("administrator", workflow => workflow.GiveAsync(viewer.Id, new() { Role = HubRole.Administrator, ShopId = olive }, Ct));
        var link = await AsAsync("viewer", workflow => workflow.MakeLinkAsync(auditor.Id, Ct));
        Assert.Null(await FormBrowser.ProblemAsync(await Browser.GetAsync(link)));

        await AsAsync("administrator", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.PrivacyOfficer }, Ct));

        Assert.NotNull(await FormBrowser.ProblemAsync(await Browser.GetAsync(link)));
    }

    [Fact]
    public async Task A_link_that_names_another_maker_is_no_link()
    {
        var (administrator, manager) = (await PersonAsync("administrator"), await PersonAsync("manager"));
        var secret = await WithPeopleAsync(people => AccountTokens.ResetAsync(people, manager, manager.Id));
        var bytes = WebEncoders.Base64UrlDecode(secret);
        administrator.Id.ToByteArray().CopyTo(bytes, 0);
        Assert.NotNull(await FormBrowser.ProblemAsync(await Browser.GetAsync(HubUrls.ResetPassword(manager.Id, secret))));
        Assert.NotNull(await FormBrowser.ProblemAsync(await Browser.GetAsync(HubUrls.ResetPassword(manager.Id, WebEncoders.Base64UrlEncode(bytes)))));
    }

    [Theory]
    [InlineData("/Account/ResetPassword?person=nobody&secret=x"), InlineData("/Account/AcceptInvitation?person=&secret=%00")]
    public async Task A_bent_link_reads_as_a_dead_one(string link) =>
        Assert.Contains("does not work any more", await FormBrowser.ProblemAsync(await Browser.GetAsync(link)), StringComparison.Ordinal);

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
            AsAsync("administrator", workflow => workflow.ChangeAsync(grant.Id, grant.Version, new() { Role = HubRole.Auditor }, Ct)));
        Assert.Equal(HubRole.Manager, (await OnlyGrantAsync("viewer")).Grant.Role);
    }

    [Fact]
    public async Task A_grant_does_not_end_before_today()
    {
        var viewer = await PersonAsync("viewer");
        await Assert.ThrowsAsync<DomainException>(() =>
            AsAsync("administrator", workflow => workflow.GiveAsync(viewer.Id, new() { Until = Today.AddDays(-1) }, Ct)));
        await AsAsync("administrator", workflow => workflow.GiveAsync(viewer.Id, new() { Until = Today }, Ct));
    }

    private static GrantChoice Invitation(string email, HubRole role) => new() { Invites = true, Name = "Somebody", Email = email, Role = role };

    private AsyncServiceScope Scope(Guid person)
    {
        var scope = Hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.User(person));
        return scope;
    }

    private async Task<T> AsAsync<T>(string account, Func<PeopleWorkflow, Task<T>> work)
    {
        await using var scope = Scope((await PersonAsync(account)).Id);
        return await work(scope.ServiceProvider.GetRequiredService<PeopleWorkflow>());
    }

    private Task AsAsync(string account, Func<PeopleWorkflow, Task> work) => AsAsync(account, async workflow =>
    {
        await work(workflow);
        return true;
    });

    private Task RefusedAsync(string account, Func<PeopleWorkflow, Task> work) =>
        Assert.ThrowsAsync<AccessDeniedException>(() => AsAsync(account, work));

    private async Task<PeopleList?> ListAsync(string account)
    {
        await using var scope = Scope((await PersonAsync(account)).Id);
        return await scope.ServiceProvider.GetRequiredService<PeopleQuery>().ListAsync(null, Ct);
    }

    private async Task<(Guid Person, GrantRow Grant)> OnlyGrantAsync(string account)
    {
        var person = await PersonAsync(account);
        return (person.Id, (await ListAsync("administrator"))!.People.Single(row => row.Id == person.Id).Grants.Single());
    }

    private async Task<Guid> ShopAsync(string slug)
    {
        await using var scope = Scope((await PersonAsync("administrator")).Id);
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Ct);
        return await db.Shops.Where(shop => shop.Slug == slug).Select(shop => shop.Id).SingleAsync(Ct);
    }

    private static async Task<int> ShopsAsync(HubDb hub)
    {
        await using var db = await hub.OpenAsync(Ct);
        return await db.Shops.CountAsync(Ct);
    }
}
