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

/// <summary>Links that open an account: they work once, and only while their maker may decide about it.</summary>
public sealed class AccountLinkTests : PeopleFixture
{
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
        await EndAuditsOfAsync("auditor");
        var auditor = await PersonAsync("auditor");
        await AsAsync("administrator", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, ShopId = olive }, Ct));
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
        await EndAuditsOfAsync("auditor");
        var (viewer, auditor) = (await PersonAsync("viewer"), await PersonAsync("auditor"));
        await AsAsync("administrator", workflow => workflow.GiveAsync(viewer.Id, new() { Role = HubRole.Administrator, ShopId = olive }, Ct));
        await AsAsync("administrator", workflow => workflow.GiveAsync(auditor.Id, new() { Role = HubRole.Viewer, ShopId = olive }, Ct));
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
}
