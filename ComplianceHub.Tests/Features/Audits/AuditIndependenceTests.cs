using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits;

public sealed class AuditIndependenceTests_on_Sqlite() : AuditIndependenceTests(null);

public sealed class AuditIndependenceTests_on_Postgres(PostgresServer server) : AuditIndependenceTests(server);

/// <summary>Nobody signs what they prepared or decided, by whichever way they come to it.</summary>
public abstract class AuditIndependenceTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task Whoever_decided_does_not_become_the_signer()
    {
        var audit = await FrozenAsync();
        await SaveAsync(new Grant { UserId = Auditor, Role = HubRole.Manager, Scope = GrantScope.Shop, ShopId = Shop.Id });
        await DecideAllAsync(audit, _ => { });
        await GiveAsync(audit, auditor: await PersonAsync(HubRole.Viewer, Shop.Id), signer: Auditor);
        var refusal = await Assert.ThrowsAsync<DomainException>(() => Workflow(Officer).HandInAsync(audit, Ct));
        Assert.Equal("The manager who is to sign has decided on a requirement of this audit. Name another manager.", refusal.Message);
        Assert.Equal(AuditState.Fieldwork, (await StoredAsync(audit)).State);
    }

    [Fact]
    public async Task Whoever_is_to_sign_takes_no_step_before()
    {
        var both = await PersonAsync(HubRole.Manager, Shop.Id);
        await SaveAsync(new Grant { UserId = both, Role = HubRole.PrivacyOfficer, Scope = GrantScope.Shop, ShopId = Shop.Id });
        var audit = await DraftAsync();
        var draft = (await Drafts(both).FindAsync(audit, Ct))!;
        draft.Audit.SignerId = both;
        await RefusesAsync(() => Drafts(both).SaveAsync(draft, Ct));
        draft = (await Drafts(Officer).FindAsync(audit, Ct))!;
        draft.Audit.SignerId = both;
        await Drafts(Officer).SaveAsync(draft, Ct);
        Assert.Null(await Drafts(both).FindAsync(audit, Ct));
        Assert.False((await Pages(both).FindAsync(audit, Ct))!.Rights.MayPrepare);
        await RefusesAsync(() => Workflow(both).BeginFieldworkAsync(audit, Ct));
        await Workflow(Officer).BeginFieldworkAsync(audit, Ct);
        await DecideAllAsync(audit, _ => { });
        await RefusesAsync(() => Workflow(both).HandInAsync(audit, Ct));
        await Workflow(Officer).HandInAsync(audit, Ct);
        await SignAsync(audit, both);

        static async Task RefusesAsync(Func<Task> step) =>
            Assert.Equal("You are to sign this audit: everything before that is for others to do.", (await Assert.ThrowsAsync<AccessDeniedException>(step)).Message);
    }

    [Fact]
    public async Task An_exchange_of_people_is_in_the_log_with_its_reason()
    {
        var audit = await FrozenAsync();
        await GiveAsync(audit, Auditor, await PersonAsync(HubRole.Manager, Shop.Id));
        await using var db = await OpenAsync();
        var payloads = await (
            from entry in db.AuditLogEntries
            join payload in db.AuditLogPayloads on entry.Id equals payload.EntryId
            where entry.EntityId == audit.ToString() && entry.Action == "changed"
            orderby entry.Sequence descending
            select payload).ToListAsync(Ct);
        Assert.Equal("Gave the part of auditor or signer to somebody else", payloads[0].Because);
        Assert.Contains(payloads[0].Changes, change => change.Field == nameof(Audit.SignerId));
    }

    [Fact]
    public async Task A_requirement_that_is_open_again_is_not_signed()
    {
        var audit = await HandedInAsync();
        await using (var db = await OpenAsync())
            await db.Database.ExecuteSqlAsync($"""UPDATE "AuditItems" SET "Decision" = 'Open' WHERE "AuditId" = {audit} AND "RequirementId" = 'GDPR-6-1'""", Ct);
        Assert.Equal("A requirement of this audit is not decided any more. Return it to fieldwork.", (await Assert.ThrowsAsync<DomainException>(() => SignAsync(audit))).Message);
    }

    [Fact]
    public async Task A_risk_is_accepted_until_a_day_to_come()
    {
        var item = await ItemAsync(await FrozenAsync(), "GDPR-30-1");
        (item.Decision, item.Note, item.RiskAcceptedUntil) = (AuditDecision.RiskAccepted, "Small.", DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-1));
        var refusal = await Assert.ThrowsAsync<DomainException>(() => Workflow(Auditor).DecideAsync(item, Ct));
        Assert.Equal("A risk is accepted until a day that is still to come. Enter a later one.", refusal.Message);
    }

    private async Task GiveAsync(Guid audit, Guid auditor, Guid signer)
    {
        var edited = (await Drafts(Officer).FindAsync(audit, Ct))!;
        (edited.Audit.AuditorId, edited.Audit.SignerId) = (auditor, signer);
        await Drafts(Officer).SaveAsync(edited, Ct);
    }
}
