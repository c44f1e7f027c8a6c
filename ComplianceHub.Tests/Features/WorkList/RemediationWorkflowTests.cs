using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.WorkList;
using ComplianceHub.Tests.Features.Audits;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.WorkList;

public sealed class RemediationWorkflowTests_on_Sqlite() : RemediationWorkflowTests(null);

public sealed class RemediationWorkflowTests_on_Postgres(PostgresServer server) : RemediationWorkflowTests(server);

public abstract class RemediationWorkflowTests(PostgresServer? server) : AuditFixture(server)
{
    private const string Requirement = "GDPR-6-1";

    [Fact]
    public async Task A_finding_makes_one_task_and_rewording_it_makes_no_other()
    {
        var audit = await FrozenAsync();
        await DecideAsync(audit, AuditDecision.Major);
        await DecideAsync(audit, AuditDecision.Minor, "Choose a basis.");
        var task = await TaskAsync(audit);
        Assert.Equal((1, "T-1", Shop.Id, Requirement, RemediationPriority.Medium), (task.Number, task.Name, task.ShopId, task.RequirementId, task.Priority));
        Assert.Equal(("Choose a basis.", new DateOnly(2026, 11, 23).AddDays(90)), (task.ToDo, task.DueOn));
        Assert.NotEqual("", task.Title);
    }

    [Fact]
    public async Task A_finding_that_the_auditor_takes_back_takes_an_untouched_task_with_it_and_no_other()
    {
        var audit = await FrozenAsync();
        await DecideAsync(audit, AuditDecision.Major);
        await DecideAsync(audit, AuditDecision.Accepted);
        Assert.Equal(RemediationState.Withdrawn, (await TaskAsync(audit)).State);
        await DecideAsync(audit, AuditDecision.Observation);
        Assert.Equal((RemediationState.Open, 1), ((await TaskAsync(audit)).State, (await TaskAsync(audit)).Number));
        await StepAsync(audit, Manager, (work, task) => work.TakeAsync(task.Id, task.Version, Ct));
        await DecideAsync(audit, AuditDecision.Accepted);
        Assert.Equal((RemediationState.Open, (Guid?)Manager), ((await TaskAsync(audit)).State, (await TaskAsync(audit)).OwnerId));
        await RefusesAsync<AccessDeniedException>(audit, Manager, (work, task) => work.WithdrawAsync(task.Id, task.Version, "Gone", Ct));
        await StepAsync(audit, Officer, (work, task) => work.WithdrawAsync(task.Id, task.Version, "The auditor saw the basis.", Ct));
        Assert.Equal(RemediationState.Withdrawn, (await TaskAsync(audit)).State);
    }

    [Fact]
    public async Task The_owner_does_it_and_somebody_else_checks_it_and_the_shops_log_says_so()
    {
        var audit = await DoneAsync();
        await RefusesAsync<DomainException>(audit, Manager, (work, task) => work.ConfirmAsync(task.Id, task.Version, "Fine", Ct));
        await StepAsync(audit, Officer, (work, task) => work.ReopenAsync(task.Id, task.Version, "The basis is not in the notice.", Ct));
        await StepAsync(audit, Manager, (work, task) => work.StartAsync(task.Id, task.Version, Ct));
        await RefusesAsync<DomainException>(audit, Manager, (work, task) => work.FinishAsync(task.Id, task.Version, "Now it is.", Ct));
        var proof = await SaveAsync(new EvidenceFile { FileName = "notice.pdf", ShopId = Shop.Id });
        await StepAsync(audit, Manager, (work, task) => work.AttachAsync(task.Id, task.Version, [proof.Id], Ct));
        await StepAsync(audit, Manager, (work, task) => work.FinishAsync(task.Id, task.Version, "Now it is.", Ct));
        await StepAsync(audit, Officer, (work, task) => work.ConfirmAsync(task.Id, task.Version, "Read in the notice.", Ct));
        var done = await TaskAsync(audit);
        Assert.Equal((RemediationState.Effective, (Guid?)Officer, (Guid?)Manager), (done.State, done.CheckedBy, done.DoneBy));
        await using var db = await OpenAsync();
        var entries = await db.AuditLogEntries.Where(entry => entry.EntityId == done.Id.ToString()).ToListAsync(Ct);
        Assert.All(entries, entry => Assert.Equal(ChainId.OfShop(Shop.Id), entry.Chain));
        Assert.Equal(10, entries.Count);
    }

    [Fact]
    public async Task Whoever_attached_evidence_does_not_check_it_though_another_owns_and_finishes_it()
    {
        var audit = await FrozenAsync();
        await DecideAsync(audit, AuditDecision.Major);
        var file = await SaveAsync(new EvidenceFile { FileName = "basis.pdf", ShopId = Shop.Id });
        var other = await PersonAsync(HubRole.Manager, Shop.Id);
        await StepAsync(audit, Manager, (work, task) => work.TakeAsync(task.Id, task.Version, Ct));
        await StepAsync(audit, Manager, (work, task) => work.StartAsync(task.Id, task.Version, Ct));
        await StepAsync(audit, Manager, (work, task) => work.AttachAsync(task.Id, task.Version, [file.Id], Ct));
        await StepAsync(audit, Officer, (work, task) => work.PlanAsync(task.Id, task.Version, RemediationPlan.Of(task) with { OwnerId = other }, Ct));
        await StepAsync(audit, other, (work, task) => work.FinishAsync(task.Id, task.Version, "Chose a basis.", Ct));
        var refusal = await RefusesAsync<DomainException>(audit, Manager, (work, task) => work.ConfirmAsync(task.Id, task.Version, "Fine", Ct));
        Assert.Equal("Whoever attached evidence cannot check whether it had effect. Somebody else has to.", refusal.Message);
        Assert.Equal(refusal.Message, (await ServicesOf<TaskQuery>(Manager).FindAsync((await TaskAsync(audit)).Id, Ct))!.Rights.WhyNotChecked);
        await StepAsync(audit, Officer, (work, task) => work.ConfirmAsync(task.Id, task.Version, "Read in the notice.", Ct));
    }

    [Fact]
    public async Task A_finding_that_is_recorded_again_opens_what_was_closed()
    {
        var audit = await DoneAsync();
        await StepAsync(audit, Officer, (work, task) => work.ConfirmAsync(task.Id, task.Version, "Read in the notice.", Ct));
        await DecideAsync(audit, AuditDecision.Major, "The app has none.");
        var task = await TaskAsync(audit);
        Assert.Equal((RemediationState.Open, (Guid?)Manager, "The app has none."), (task.State, task.OwnerId, task.ToDo));
        Assert.Equal((0, 1), (task.EvidenceIds.Count, task.EarlierEvidenceIds.Count));
    }

    [Fact]
    public async Task What_is_signed_names_the_tasks_and_the_hashes_of_their_evidence()
    {
        var audit = await DoneAsync();
        await DecideRestAsync(audit);
        await Workflow(Auditor).HandInAsync(audit, Ct);
        await SignAsync(audit);
        await using var db = await OpenAsync();
        var content = await (from signOff in db.SignOffs join bytes in db.FrozenContents on signOff.ContentSha256 equals bytes.Sha256 where signOff.AuditId == audit select bytes.Bytes).SingleAsync(Ct);
        var told = System.Text.Json.Nodes.JsonNode.Parse(content)!["tasks"]!.AsArray().Single()!;
        Assert.Equal(("Done", "Chose a basis.", Manager.ToString("D")), ((string?)told["state"], (string?)told["doneNote"], (string?)told["doneBy"]));
        var file = (await TaskAsync(audit)).EvidenceIds.Single();
        Assert.Equal((await db.EvidenceFiles.SingleAsync(row => row.Id == file, Ct)).Sha256, (string?)told["evidence"]![0]!["sha256"]);
    }

    [Fact]
    public async Task Only_those_who_work_on_the_shop_take_steps()
    {
        var audit = await FrozenAsync();
        await DecideAsync(audit, AuditDecision.Major);
        foreach (var person in new[] { Auditor, await PersonAsync(HubRole.Viewer, Shop.Id) })
            await RefusesAsync<DomainException>(audit, person, (work, task) => work.TakeAsync(task.Id, task.Version, Ct));
        foreach (var person in new[] { await StrangerAsync(), await PersonAsync(HubRole.PrivacyOfficer, SisterShop.Id), await PersonAsync(HubRole.Auditor, Shop.Id) })
        {
            var refusal = await RefusesAsync<DomainException>(audit, person, (work, task) => work.TakeAsync(task.Id, task.Version, Ct));
            Assert.Equal("This task does not exist or you may not see it.", refusal.Message);
        }
        await RefusesAsync<AccessDeniedException>(audit, Manager, (work, task) =>
            work.PlanAsync(task.Id, task.Version, RemediationPlan.Of(task) with { DueOn = task.DueOn.AddDays(1), CheckDueOn = task.DueOn.AddDays(9) }, Ct));
        await StepAsync(audit, Officer, (work, task) => work.PlanAsync(task.Id, task.Version, RemediationPlan.Of(task) with { OwnerId = Manager }, Ct));
        var colleague = await PersonAsync(HubRole.Manager, Shop.Id);
        await RefusesAsync<AccessDeniedException>(audit, colleague, (work, task) => work.StartAsync(task.Id, task.Version, Ct));
    }

    [Fact]
    public async Task Work_is_given_only_to_those_who_hold_a_grant_to_write()
    {
        var audit = await FrozenAsync();
        await DecideAsync(audit, AuditDecision.Major);
        foreach (var person in new[]
        {
            await StrangerAsync(), Auditor, await PersonAsync(HubRole.Viewer, Shop.Id), await PersonAsync(HubRole.Manager, OtherShop.Id),
            await PersonAsync(HubRole.Manager, Shop.Id, until: new(2026, 11, 22)),
        })
        {
            var refusal = await RefusesAsync<DomainException>(audit, Officer, (work, task) => work.PlanAsync(task.Id, task.Version, RemediationPlan.Of(task) with { OwnerId = person }, Ct));
            Assert.Contains("holds a grant", refusal.Message, StringComparison.Ordinal);
        }
        await StepAsync(audit, Officer, async (work, task) => await work.PlanAsync(task.Id, task.Version,
            RemediationPlan.Of(task) with { OwnerId = Manager, CheckerId = await PersonAsync(HubRole.Administrator) }, Ct));
    }

    [Fact]
    public async Task Evidence_of_another_shop_is_refused_and_evidence_in_use_stays()
    {
        var audit = await FrozenAsync();
        await DecideAsync(audit, AuditDecision.Major);
        await StepAsync(audit, Manager, (work, task) => work.TakeAsync(task.Id, task.Version, Ct));
        await StepAsync(audit, Manager, (work, task) => work.StartAsync(task.Id, task.Version, Ct));
        var (foreign, own) = (await SaveAsync(new EvidenceFile { FileName = "theirs.pdf", ShopId = OtherShop.Id }), await SaveAsync(new EvidenceFile { FileName = "ours.pdf", ShopId = Shop.Id }));
        foreach (var id in new[] { foreign.Id, Guid.NewGuid() })
        {
            var refusal = await RefusesAsync<DomainException>(audit, Manager, (work, task) => work.AttachAsync(task.Id, task.Version, [id], Ct));
            Assert.Contains("not one of this shop or of the group", refusal.Message, StringComparison.Ordinal);
        }
        await StepAsync(audit, Manager, (work, task) => work.AttachAsync(task.Id, task.Version, [own.Id], Ct));
        await using var db = await OpenAsync();
        db.Remove(await db.EvidenceFiles.SingleAsync(file => file.Id == own.Id, Ct));
        Assert.Contains("other records use it", (await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync(Ct))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_taken_in_the_meantime_is_told()
    {
        var audit = await FrozenAsync();
        await DecideAsync(audit, AuditDecision.Major);
        var seen = await TaskAsync(audit);
        await StepsOf(Manager).TakeAsync(seen.Id, seen.Version, Ct);
        await Assert.ThrowsAnyAsync<RecordConflictException>(() => StepsOf(Officer).PlanAsync(seen.Id, seen.Version, RemediationPlan.Of(seen) with { OwnerId = Officer }, Ct));
        Assert.Equal(Manager, (await TaskAsync(audit)).OwnerId);
    }

    [Fact]
    public async Task Findings_decided_at_once_get_numbers_without_gaps_or_doubles()
    {
        var audit = await FrozenAsync();
        var items = (await ItemsAsync(audit)).Take(12).ToList();
        await Task.WhenAll(items.Select(item => Task.Run(() => Workflow(Auditor).DecideAsync(AsFinding(item, AuditDecision.Minor, "Do it."), Ct), Ct)));
        await using var db = await OpenAsync();
        Assert.Equal(Enumerable.Range(1, 12), await db.RemediationTasks.OrderBy(task => task.Number).Select(task => task.Number).ToListAsync(Ct));
    }

    [Fact]
    public async Task Nobody_passes_over_the_steps_not_even_the_program()
    {
        var audit = await DoneAsync();
        await RefusesWriteAsync(task => task.State = RemediationState.Effective);
        await RefusesWriteAsync(task => (task.State, task.CheckedBy, task.CheckedAt) = (RemediationState.Effective, Manager, Now));
        await RefusesWriteAsync(task => task.DoneNote = "Never said");
        await RefusesWriteAsync(task => (task.State, task.CheckedBy, task.CheckedAt, task.CheckNote, task.DoneNote) = (RemediationState.Effective, Officer, Now, "Seen", "Never said"));
        await RefusesWriteAsync(task => (task.State, task.CheckedBy, task.CheckNote) = (RemediationState.Effective, Officer, "Seen"));
        await RefusesWriteAsync(task => (task.State, task.EvidenceIds, task.DoneBy, task.DoneAt) = (RemediationState.Open, [], null, null));
        await RefusesWriteAsync(task => task.EvidenceIds = []);
        await RefusesWriteAsync(task => task.Number = 7);
        await RefusesWriteAsync(task => task.ToDo = "Something easier");
        await RefusesWriteAsync(task => (task.State, task.WithdrawnBecause) = (RemediationState.Withdrawn, "Gone"));
        await using var db = await OpenAsync();
        db.Remove(await db.RemediationTasks.SingleAsync(task => task.AuditId == audit, Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => db.SaveChangesAsync(Ct));
    }

    [Fact]
    public async Task A_task_is_seen_by_the_shop_and_by_the_auditor_of_its_audit()
    {
        var audit = await FrozenAsync();
        await DecideAsync(audit, AuditDecision.Major);
        foreach (var person in new[] { Auditor, Manager, await PersonAsync(HubRole.Viewer, Shop.Id), await PersonAsync(HubRole.Viewer) })
            Assert.Equal(1, await CountAsync(person));
        foreach (var person in new[] { await StrangerAsync(), await PersonAsync(HubRole.Administrator, OtherShop.Id), await PersonAsync(HubRole.Auditor, Shop.Id), await PersonAsync(HubRole.Auditor) })
            Assert.Equal(0, await CountAsync(person));
    }

    private async Task<Guid> DoneAsync()
    {
        var audit = await FrozenAsync();
        await DecideAsync(audit, AuditDecision.Major);
        var file = await SaveAsync(new EvidenceFile { FileName = "basis.pdf", ShopId = Shop.Id });
        await StepAsync(audit, Manager, (work, task) => work.TakeAsync(task.Id, task.Version, Ct));
        await StepAsync(audit, Manager, (work, task) => work.StartAsync(task.Id, task.Version, Ct));
        await StepAsync(audit, Manager, (work, task) => work.AttachAsync(task.Id, task.Version, [file.Id], Ct));
        await StepAsync(audit, Manager, (work, task) => work.FinishAsync(task.Id, task.Version, "Chose a basis.", Ct));
        return audit;
    }

    private async Task DecideRestAsync(Guid audit)
    {
        foreach (var item in (await ItemsAsync(audit)).Where(item => item.Decision == AuditDecision.Open))
        {
            (item.Decision, item.Note) = (AuditDecision.Accepted, "As computed.");
            await Workflow(Auditor).DecideAsync(item, Ct);
        }
    }

    private async Task DecideAsync(Guid audit, AuditDecision decision, string recommendation = "Choose a lawful basis.") =>
        await Workflow(Auditor).DecideAsync(AsFinding(await ItemAsync(audit, Requirement), decision, recommendation), Ct);

    private static AuditItem AsFinding(AuditItem item, AuditDecision decision, string recommendation)
    {
        (item.Decision, item.Note, item.RootCause, item.Recommendation) = (decision, "It has none.", "Nobody asked.", recommendation);
        return item;
    }

    private RemediationWorkflow StepsOf(Guid person) => ActivatorUtilities.CreateInstance<RemediationWorkflow>(ScopeOf(Actor.User(person)));

    private async Task<RemediationTask> TaskAsync(Guid audit)
    {
        await using var db = await OpenAsync();
        return await db.RemediationTasks.AsNoTracking().SingleAsync(task => task.AuditId == audit, Ct);
    }

    private async Task StepAsync(Guid audit, Guid person, Func<RemediationWorkflow, RemediationTask, Task> step) => await step(StepsOf(person), await TaskAsync(audit));

    private async Task<T> RefusesAsync<T>(Guid audit, Guid person, Func<RemediationWorkflow, RemediationTask, Task> step)
        where T : Exception
    {
        var task = await TaskAsync(audit);
        return await Assert.ThrowsAnyAsync<T>(() => step(StepsOf(person), task));
    }

    private async Task RefusesWriteAsync<T>(Func<RemediationTask, T> change)
    {
        await using var db = await OpenAsync();
        change(await db.RemediationTasks.SingleAsync(Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => db.SaveChangesAsync(Ct));
    }

    private async Task<int> CountAsync(Guid person)
    {
        await using var db = await OpenAsync(person);
        return await db.RemediationTasks.CountAsync(Ct);
    }
}
