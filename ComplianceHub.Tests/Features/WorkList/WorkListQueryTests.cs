using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.WorkList;
using ComplianceHub.Tests.Features.Audits;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.WorkList;

public sealed class WorkListQueryTests_on_Sqlite() : WorkListQueryTests(null);

public sealed class WorkListQueryTests_on_Postgres(PostgresServer server) : WorkListQueryTests(server);

public abstract class WorkListQueryTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task What_is_due_first_stands_first()
    {
        await FoundAsync(AuditDecision.Minor, AuditDecision.Major, AuditDecision.Observation);
        var page = await PageAsync(Officer, new());
        Assert.Equal([RemediationPriority.High, RemediationPriority.Medium, RemediationPriority.Low], page!.Rows.Select(row => row.Task.Priority));
        Assert.Equal((3, 3, 0, 0), (page.Total, page.All, page.Mine, page.Overdue));
        Assert.All(page.Rows, row => Assert.Equal(("Fjord & Fable", null), (row.Shop.Name, row.Owner)));
    }

    [Fact]
    public async Task Filters_by_owner_lateness_state_and_text()
    {
        await FoundAsync(AuditDecision.Major, AuditDecision.Minor);
        var first = (await PageAsync(Officer, new()))!.Rows[0].Task;
        await StepsOf<RemediationWorkflow>(Manager).TakeAsync(first.Id, first.Version, Ct);
        Assert.Equal([first.Id], await IdsAsync(Manager, new() { IsMine = true }));
        Assert.Empty(await IdsAsync(Officer, new() { IsMine = true }));
        Assert.Equal([first.Id], await IdsAsync(Officer, new() { Search = first.Name }));
        Assert.Equal([first.Id], await IdsAsync(Officer, new() { Search = first.RequirementId.ToLowerInvariant() }));
        Assert.Empty(await IdsAsync(Officer, new() { State = RemediationState.Effective }));
        Assert.Empty(await IdsAsync(Officer, new() { State = RemediationState.Effective, Search = "x" }));
        Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal([first.Id], await IdsAsync(Officer, new() { IsOverdue = true }));
    }

    [Fact]
    public async Task Of_shops_whose_registers_one_does_not_read_there_is_nothing()
    {
        await FoundAsync(AuditDecision.Major);
        var task = (await PageAsync(Officer, new()))!.Rows[0].Task.Id;
        Assert.Null(await PageAsync(Auditor, new()));
        Assert.Null(await StepsOf<TaskQuery>(Auditor).FindAsync(task, Ct));
        var elsewhere = await PersonAsync(HubRole.PrivacyOfficer, OtherShop.Id);
        Assert.Equal(0, (await PageAsync(elsewhere, new()))!.All);
        Assert.Null(await PageAsync(elsewhere, new(), Shop.Slug));
        Assert.Null(await StepsOf<TaskQuery>(elsewhere).FindAsync(task, Ct));
        Assert.Null(await PageAsync(Officer, new(), "no-such-shop"));
    }

    [Fact]
    public async Task A_viewer_reads_a_task_and_may_do_nothing()
    {
        await FoundAsync(AuditDecision.Major);
        var task = (await PageAsync(Officer, new(), Shop.Slug))!.Rows[0].Task.Id;
        var open = await StepsOf<TaskQuery>(await PersonAsync(HubRole.Viewer, Shop.Id)).FindAsync(task, Ct);
        Assert.Equal(new(false, false, false, false, null, false), open!.Rights);
        Assert.Equal(("Do it.", 0, 0), (open.Task.ToDo, open.Writers.Count, open.Offered.Count));
    }

    private async Task FoundAsync(params AuditDecision[] decisions)
    {
        var audit = await FrozenAsync();
        foreach (var (item, decision) in (await ItemsAsync(audit)).OrderBy(item => item.RequirementId).Zip(decisions))
        {
            (item.Decision, item.Note, item.RootCause, item.Recommendation) = (decision, "Found.", "Nobody asked.", "Do it.");
            await Workflow(Auditor).DecideAsync(item, Ct);
        }
    }

    private Task<WorkListPageRows?> PageAsync(Guid person, WorkListFilter filter, string? slug = null) =>
        StepsOf<WorkListQuery>(person).PageAsync(slug, filter, Ct);

    private async Task<IEnumerable<Guid>> IdsAsync(Guid person, WorkListFilter filter) => (await PageAsync(person, filter))!.Rows.Select(row => row.Task.Id);

    private T StepsOf<T>(Guid person)
        where T : class => ActivatorUtilities.CreateInstance<T>(ScopeOf(Actor.User(person)));
}
