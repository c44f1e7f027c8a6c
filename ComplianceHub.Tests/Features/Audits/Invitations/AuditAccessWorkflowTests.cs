using System.Net;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Audits.Invitations;
using ComplianceHub.Tests.Features.People;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits.Invitations;

/// <summary>The officer invites an auditor, on the running program.</summary>
public sealed class AuditAccessWorkflowTests : PeopleFixture
{
    private const string Newcomer = "eva@audit.example";
    private const string Password = "harbour lights in winter";

    [Fact]
    public async Task Who_takes_the_invitation_sees_that_audit_and_no_other()
    {
        var (audit, other) = (await AuditAsync("Annual privacy audit 2027"), await AuditAsync("Another audit 2027"));
        var link = await AsAsync(workflow => workflow.InviteAsync(audit, Invitation(), Ct));
        await AcceptAsync(link!);
        Assert.Equal(HttpStatusCode.OK, (await Browser.GetAsync(HubUrls.AuditFieldwork(audit))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Browser.GetAsync(HubUrls.AuditFieldwork(other))).StatusCode);
        Assert.Equal(["Annual privacy audit 2027"], (await Browser.PageAsync(HubUrls.AuditorRoom)).QuerySelectorAll("main h2").Select(title => title.TextContent.Trim()));
    }

    [Fact]
    public async Task Bad_input_gets_its_sentence_at_its_field()
    {
        var audit = await AuditAsync("Annual privacy audit 2027");
        async Task<string?> SentenceAsync(string field, AuditInvitation invitation) =>
            (await AsAsync(workflow => workflow.ErrorsOfAsync(audit, invitation, Ct))).SingleOrDefault(error => error.Field == field)?.Sentence;

        Assert.Equal("Enter the person’s name.", await SentenceAsync("Name", new()));
        Assert.Equal("Enter the person’s e-mail address.", await SentenceAsync("Email", new()));
        Assert.Equal("This is no e-mail address. One looks like name@example.com.", await SentenceAsync("Email", new() { Email = "nobody" }));
        Assert.Equal("Enter the last day. Access ends by itself after it.", await SentenceAsync("Until", new()));
        Assert.Equal("This day is over. Choose today or a later one.", await SentenceAsync("Until", new() { Days = new(null, Today.AddDays(-1)) }));
        Assert.Equal("An invitation lasts at most a year. Choose an earlier day; it can be renewed.", await SentenceAsync("Until", new() { Days = new(null, Today.AddYears(1).AddDays(1)) }));
        Assert.Null(await SentenceAsync("Until", new() { Days = new(null, Today.AddYears(1)) }));
        Assert.Equal("The last day is before the first.", await SentenceAsync("Until", new() { Days = new(Today.AddDays(2), Today.AddDays(1)) }));
        Assert.Equal("This person signs the audit, and cannot audit it.", await SentenceAsync("Email", Invitation("manager@demo.example")));
        Assert.Equal("This is you. Nobody invites themselves.", await SentenceAsync("Email", Invitation("OFFICER@demo.example")));
        Assert.Null(await SentenceAsync("Until", new() { Days = new(Today, Today) }));
        Assert.Empty(await AsAsync(workflow => workflow.ErrorsOfAsync(audit, Invitation(), Ct)));
        await AsAsync(workflow => workflow.InviteAsync(audit, Invitation(), Ct));
        Assert.Equal("This person is invited already. Change the days in the list.", await SentenceAsync("Email", Invitation()));
    }

    [Fact]
    public async Task Only_whoever_prepares_the_audit_invites()
    {
        var audit = await AuditAsync("Annual privacy audit 2027");
        foreach (var account in new[] { "manager", "auditor", "viewer" })
            await Assert.ThrowsAnyAsync<DomainException>(() => AsAsync(workflow => workflow.InviteAsync(audit, Invitation(), Ct), account));
        await using var scope = Hub.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), Ct);
        Assert.False(await db.Users.AnyAsync(user => user.Email == Newcomer, Ct));
    }

    [Fact]
    public async Task Who_decides_becomes_the_auditor_of_the_audit()
    {
        var audit = await AuditAsync("Annual privacy audit 2027");
        var invitation = Invitation();
        invitation.Decides = true;
        await AsAsync(workflow => workflow.InviteAsync(audit, invitation, Ct));
        Assert.Contains(await RowsAsync(audit), row => row is { Email: Newcomer, IsAuditor: true, Standing: "Invited, has no password yet" });
    }

    [Fact]
    public async Task Who_has_an_account_gets_the_audit_and_no_link()
    {
        var audit = await AuditAsync("Annual privacy audit 2027");
        Assert.Null(await AsAsync(workflow => workflow.InviteAsync(audit, Invitation("viewer@demo.example"), Ct)));
        Assert.Contains(await RowsAsync(audit), row => row is { Email: "viewer@demo.example", Name: "Tom Hale", AwaitsPassword: false });
    }

    [Fact]
    public async Task A_link_dies_with_the_access_and_when_the_account_is_given_more()
    {
        var audit = await AuditAsync("Annual privacy audit 2027");
        var first = await AsAsync(workflow => workflow.InviteAsync(audit, Invitation(), Ct));
        Assert.Null(await FormBrowser.ProblemAsync(await Browser.GetAsync(first!)));
        await AsAsync(workflow => workflow.EndAsync(RowOf(audit).GrantId, Ct));
        Assert.NotNull(await FormBrowser.ProblemAsync(await Browser.GetAsync(first!)));

        var again = await AsAsync(workflow => workflow.InviteAsync(audit, Invitation(), Ct));
        Assert.Null(await FormBrowser.ProblemAsync(await Browser.GetAsync(again!)));
        var person = (await ListAsync("administrator"))!.People.Single(row => row.Email == Newcomer).Id;
        await AsAsync("administrator", people => people.GiveAsync(person, new() { Role = HubRole.PrivacyOfficer }, Ct));
        Assert.NotNull(await FormBrowser.ProblemAsync(await Browser.GetAsync(again!)));
        await Assert.ThrowsAsync<AccessDeniedException>(() => AsAsync(workflow => workflow.MakeLinkAsync(RowOf(audit).GrantId, Ct)));
    }

    [Fact]
    public async Task Nobody_makes_a_link_to_an_account_that_has_a_password()
    {
        var audit = await AuditAsync("Annual privacy audit 2027");
        await AcceptAsync((await AsAsync(workflow => workflow.InviteAsync(audit, Invitation(), Ct)))!);
        await Assert.ThrowsAsync<DomainException>(() => AsAsync(workflow => workflow.MakeLinkAsync(RowOf(audit).GrantId, Ct)));
    }

    [Fact]
    public async Task Days_are_changed_once_and_a_lost_race_is_told()
    {
        var audit = await AuditAsync("Annual privacy audit 2027");
        await AsAsync(workflow => workflow.InviteAsync(audit, Invitation(), Ct));
        var row = RowOf(audit);
        await AsAsync(workflow => workflow.ChangeAsync(row.GrantId, row.Version, new(Today.AddDays(1), Today.AddDays(9)), Ct));
        Assert.Equal(new(Today.AddDays(1), Today.AddDays(9)), RowOf(audit).Days);
        await Assert.ThrowsAnyAsync<RecordConflictException>(() => AsAsync(workflow => workflow.ChangeAsync(row.GrantId, row.Version, new(null, Today), Ct)));
        await Assert.ThrowsAsync<DomainException>(() => AsAsync(workflow => workflow.ChangeAsync(row.GrantId, RowOf(audit).Version, new(null, null), Ct)));
    }

    private static AuditInvitation Invitation(string email = Newcomer) => new() { Name = "Eva Example", Email = email, Days = new(null, Today.AddDays(20)) };

    private Task<Guid> AuditAsync(string title) => new AuditWithEvidence(Hub).InFieldworkAsync(title, "auditor", until: null, "olive-row");

    private AuditAccessRow RowOf(Guid audit) => RowsAsync(audit).GetAwaiter().GetResult().Single(row => row.Email == Newcomer);

    private async Task<IReadOnlyList<AuditAccessRow>> RowsAsync(Guid audit)
    {
        await using var scope = Scope((await PersonAsync("officer")).Id);
        return (await scope.ServiceProvider.GetRequiredService<AuditAccessQuery>().FindAsync(audit, Ct))!.Rows;
    }

    private async Task<T> AsAsync<T>(Func<AuditAccessWorkflow, Task<T>> work, string account = "officer")
    {
        await using var scope = Scope((await PersonAsync(account)).Id);
        return await work(scope.ServiceProvider.GetRequiredService<AuditAccessWorkflow>());
    }

    private Task AsAsync(Func<AuditAccessWorkflow, Task> work) => AsAsync(async workflow =>
    {
        await work(workflow);
        return true;
    });

    private async Task AcceptAsync(string link)
    {
        await Browser.SubmitAsync(link, "invitation", ("New password", Password), ("New password again", Password));
        Assert.Equal("/", Browser.Target(await Browser.SubmitAsync(HubUrls.Login, "sign-in", ("E-mail address", Newcomer), ("Password", Password))));
    }
}
