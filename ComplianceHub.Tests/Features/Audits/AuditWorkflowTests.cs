using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits;

public sealed class AuditWorkflowTests_on_Sqlite() : AuditWorkflowTests(null);

public sealed class AuditWorkflowTests_on_Postgres(PostgresServer server) : AuditWorkflowTests(server);

public abstract class AuditWorkflowTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task Fieldwork_freezes_the_shop_and_its_verdicts_as_they_are()
    {
        var audit = await FrozenAsync();
        var frozen = await FrozenShopAsync(audit);
        Assert.Equal((Shop.Id, new DateOnly(2026, 11, 23), 1), (frozen.ShopId, frozen.AsOf, frozen.Schema));
        var snapshot = await StandingsFor(Auditor).SnapshotAsync(frozen, Ct);
        Assert.Contains(snapshot.Vendors, vendor => vendor.LegalName == "Hotjar Ltd");
        var verdicts = Assert.Single(await StandingsFor(Auditor).VerdictsAsync(frozen, Ct));
        Assert.Equal(Outcome.Fail, verdicts.Results.Single(result => result.Requirement == "GDPR-6-1").Outcome);
        Assert.Equal(verdicts.Results.Select(result => result.Requirement).Order(), (await ItemsAsync(audit)).Select(item => item.RequirementId).Order());
    }

    [Fact]
    public async Task What_was_frozen_stays_when_the_registers_change()
    {
        var audit = await FrozenAsync();
        await RenameProcessorAsync();
        var frozen = await FrozenShopAsync(audit);
        Assert.Contains((await StandingsFor(Officer).SnapshotAsync(frozen, Ct)).Vendors, vendor => vendor.LegalName == "Hotjar Ltd");
    }

    [Fact]
    public async Task Evaluating_the_frozen_bytes_again_gives_the_frozen_verdicts()
    {
        var frozen = await FrozenShopAsync(await FrozenAsync());
        var snapshot = await StandingsFor(Officer).SnapshotAsync(frozen, Ct);
        FrozenReadiness[] again = [FrozenReadiness.Of(global::ComplianceHub.Compliance.Readiness.Of(snapshot, Regulations.WithId("GDPR")!))];
        Assert.Equal(FrozenReadiness.Write(await StandingsFor(Officer).VerdictsAsync(frozen, Ct)), FrozenReadiness.Write(again));
    }

    [Fact]
    public async Task Each_step_is_in_the_log_of_the_shop()
    {
        var audit = await SignedAsync();
        await using var db = await OpenAsync();
        var entries = await db.AuditLogEntries.Where(entry => entry.Chain == ChainId.OfShop(Shop.Id)).OrderBy(entry => entry.Sequence).ToListAsync(Ct);
        var steps = entries.Where(entry => entry.EntityId == audit.ToString()).Select(entry => (entry.Action, entry.Actor)).ToList();
        Assert.Equal([("added", $"{Officer}"), ("changed", $"{Officer}"), ("changed", $"{Auditor}"), ("changed", $"{Manager}")], steps);
        Assert.Contains(entries, entry => entry is { Entity: "FrozenShop", Action: "added" });
        Assert.Contains(entries, entry => entry is { Entity: "SignOff", Action: "added" });
    }

    [Fact]
    public async Task A_decision_made_in_the_meantime_is_told_and_lost_is_neither()
    {
        var audit = await FrozenAsync();
        var (first, second) = (await ItemAsync(audit, "GDPR-6-1"), await ItemAsync(audit, "GDPR-6-1"));
        (first.Decision, second.Decision) = (AuditDecision.Accepted, AuditDecision.Question);
        (first.Note, second.Note) = ("It is planned only.", "Where is the agreement?");
        await Workflow(Auditor).DecideAsync(first, Ct);
        await Assert.ThrowsAnyAsync<RecordConflictException>(() => Workflow(Auditor).DecideAsync(second, Ct));
        Assert.Equal(AuditDecision.Accepted, (await ItemAsync(audit, "GDPR-6-1")).Decision);
    }

    [Fact]
    public async Task A_failing_blocker_is_no_risk_that_anybody_accepts()
    {
        var item = await ItemAsync(await FrozenAsync(), "GDPR-6-1");
        (item.Decision, item.Note, item.RiskAcceptedUntil) = (AuditDecision.RiskAccepted, "It ends soon.", new DateOnly(2026, 12, 31));
        var refusal = await Assert.ThrowsAsync<DomainException>(() => Workflow(Auditor).DecideAsync(item, Ct));
        Assert.StartsWith("A failing blocker cannot be accepted", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_breach_that_gets_no_finding_gets_a_word()
    {
        var item = await ItemAsync(await FrozenAsync(), "GDPR-6-1");
        item.Decision = AuditDecision.Accepted;
        var refusal = await Assert.ThrowsAsync<DomainException>(() => Workflow(Auditor).DecideAsync(item, Ct));
        Assert.Equal("This requirement fails. Say why it gets no finding, or record one.", refusal.Message);
        item.Note = "It is planned only.";
        await Workflow(Auditor).DecideAsync(item, Ct);
        Assert.Equal((AuditDecision.Accepted, "It is planned only."), await ItemAsync(item.AuditId, "GDPR-6-1") is var stored ? (stored.Decision, stored.Note) : default);
    }

    [Fact]
    public async Task Only_the_auditor_decides()
    {
        var item = await ItemAsync(await FrozenAsync(), "GDPR-6-1");
        (item.Decision, item.Note) = (AuditDecision.Accepted, "It is planned only.");
        foreach (var other in new[] { Officer, Manager, await PersonAsync(HubRole.Administrator) })
            await Assert.ThrowsAsync<AccessDeniedException>(() => Workflow(other).DecideAsync(item, Ct));
        await Workflow(Auditor).DecideAsync(item, Ct);
        Assert.Equal(Auditor, (await ItemAsync(item.AuditId, "GDPR-6-1")).DecidedBy);
    }

    [Fact]
    public async Task A_returned_audit_can_be_decided_on_again()
    {
        var audit = await HandedInAsync();
        var item = await ItemAsync(audit, "GDPR-6-1");
        (item.Decision, item.RootCause, item.Recommendation) = (AuditDecision.Major, "Nobody checked.", "Sign it.");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Workflow(Auditor).DecideAsync(item, Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Workflow(Auditor).ReturnAsync(audit, "No.", Ct));
        await Workflow(Manager).ReturnAsync(audit, "This is a major finding.", Ct);
        await Workflow(Auditor).DecideAsync(item, Ct);
        await Workflow(Auditor).HandInAsync(audit, Ct);
        Assert.Equal(AuditState.AwaitingSignOff, (await StoredAsync(audit)).State);
    }

    [Fact]
    public async Task An_audit_whose_manager_left_is_taken_back_and_signed_by_another_one()
    {
        var audit = await HandedInAsync();
        Assert.Null(await Drafts(Officer).FindAsync(audit, Ct));
        await Workflow(Officer).ReturnAsync(audit, "The manager has left the company.", Ct);
        var (successor, edited) = (await PersonAsync(HubRole.Manager, Shop.Id), (await Drafts(Officer).FindAsync(audit, Ct))!);
        Assert.Null(await Drafts(Manager).FindAsync(audit, Ct));
        (edited.Audit.SignerId, edited.Audit.Title, edited.Audit.PeriodFrom) = (successor, "Another title", new(2020, 1, 1));
        var before = await StoredAsync(audit);
        await Drafts(Officer).SaveAsync(edited, Ct);
        var after = await StoredAsync(audit);
        Assert.Equal(((Guid?)successor, before.Title, before.PeriodFrom, before.FrozenAt), (after.SignerId, after.Title, after.PeriodFrom, after.FrozenAt));
        await Workflow(Auditor).HandInAsync(audit, Ct);
        await Assert.ThrowsAsync<DomainException>(() => SigningBy(Manager).SignAsync(audit, "Fine.", [], "Password", Ct));
        edited.Audit.SignerId = await StrangerAsync();
        await Assert.ThrowsAsync<DomainException>(() => Drafts(Officer).SaveAsync(edited, Ct));
    }

    [Fact]
    public async Task Those_who_take_part_speak_and_nobody_else()
    {
        var item = await ItemAsync(await FrozenAsync(), "GDPR-6-1");
        foreach (var person in new[] { Officer, Auditor, Manager })
            await Workflow(person).CommentAsync(item.Id, "Hotjar has been off since 17 November.", Ct);
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await Workflow(await PersonAsync(HubRole.Viewer, Shop.Id)).CommentAsync(item.Id, "I look on.", Ct));
        await Assert.ThrowsAsync<DomainException>(async () => await Workflow(await StrangerAsync()).CommentAsync(item.Id, "Hello?", Ct));
        await Assert.ThrowsAsync<DomainException>(() => Workflow(Officer).CommentAsync(item.Id, "  ", Ct));
    }

    [Fact]
    public async Task An_audit_is_prepared_by_those_who_keep_the_registers_of_all_its_shops()
    {
        await Assert.ThrowsAsync<AccessDeniedException>(() => DraftAsync(Shop.Id, SisterShop.Id));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Workflow(Manager).PrepareAsync(new Audit
        {
            Title = "Mine",
            ShopIds = [Shop.Id],
            Regulations = ["GDPR"],
            PeriodFrom = new(2026, 1, 1),
            PeriodUntil = new(2026, 6, 30),
        }, Ct));
    }

    private async Task RenameProcessorAsync()
    {
        await using var db = await OpenAsync();
        (await db.Vendors.SingleAsync(vendor => vendor.Id == Processor.Id, Ct)).LegalName = "Contentsquare Ltd";
        await db.SaveChangesAsync(Ct);
    }

    private async Task<FrozenShop> FrozenShopAsync(Guid audit)
    {
        await using var db = await OpenAsync();
        return await db.FrozenShops.AsNoTracking().SingleAsync(row => row.AuditId == audit, Ct);
    }
}
