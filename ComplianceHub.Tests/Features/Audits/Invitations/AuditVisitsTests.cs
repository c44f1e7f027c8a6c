using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Audits;
using ComplianceHub.Features.Audits.Invitations;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits.Invitations;

public sealed class AuditVisitsTests_on_Sqlite() : AuditVisitsTests(null);

public sealed class AuditVisitsTests_on_Postgres(PostgresServer server) : AuditVisitsTests(server);

/// <summary>What invited auditors open is in the log, and those who prepare the audit are told.</summary>
public abstract class AuditVisitsTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task What_is_opened_is_logged_once_in_a_visit()
    {
        var audit = await FrozenAsync();
        var (one, other) = (await ItemAsync(audit, "GDPR-28-3"), await ItemAsync(audit, "GDPR-44"));
        foreach (var item in new[] { null, one, one, other, one })
            await NoteAsync(Auditor, audit, item);
        Assert.Equal(["Opened the audit", "Opened GDPR-28-3", "Opened GDPR-44"], (await VisitsAsync(Officer, audit))!.Visits.Select(visit => visit.What).Order(StringComparer.Ordinal).OrderBy(what => what != "Opened the audit"));
        Clock.Advance(AuditVisits.Visit - TimeSpan.FromSeconds(1));
        await NoteAsync(Auditor, audit, one);
        Assert.Equal(3, (await VisitsAsync(Officer, audit))!.Visits.Count);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await NoteAsync(Auditor, audit, one);
        Assert.Equal(5, (await VisitsAsync(Officer, audit))!.Visits.Count);
    }

    [Fact]
    public async Task Two_people_have_a_visit_each()
    {
        var audit = await FrozenAsync();
        var second = await StrangerAsync();
        await SaveAsync(new Grant { UserId = second, Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = audit });
        await NoteAsync(Auditor, audit, null);
        await NoteAsync(second, audit, null);
        Assert.Equal(2, (await VisitsAsync(Officer, audit))!.Visits.Count);
        Assert.Single((await VisitsAsync(Officer, audit))!.InLog.Select(link => link.Href).Distinct(), link => link.Contains($"who={second}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_opened_stays_told_after_the_access_has_ended()
    {
        var audit = await FrozenAsync();
        await NoteAsync(Auditor, audit, null);
        await using (var db = await OpenAsync())
        {
            db.Remove(await db.Grants.SingleAsync(grant => grant.AuditId == audit, Ct));
            await db.SaveChangesAsync(Ct);
        }
        Assert.Single((await VisitsAsync(Officer, audit))!.Visits);
    }

    [Fact]
    public async Task A_download_is_told_and_one_of_somebody_inside_is_not()
    {
        var audit = await FrozenAsync();
        foreach (var person in new[] { Auditor, Officer, Manager })
            Assert.NotNull(await ServicesOf<AuditReportWorkflow>(person).DraftAsync(audit, Ct));
        Assert.Equal("Downloaded the draft report", Assert.Single((await VisitsAsync(Officer, audit))!.Visits).What);
    }

    [Fact]
    public async Task Another_audit_of_the_same_shop_is_not_mixed_in()
    {
        var (audit, other) = (await FrozenAsync(), await FrozenAsync());
        await NoteAsync(Auditor, other, await ItemAsync(other, "GDPR-28-3"));
        Assert.Empty((await VisitsAsync(Officer, audit))!.Visits);
        Assert.Equal(2, (await VisitsAsync(Officer, other))!.Visits.Count);
    }

    [Fact]
    public async Task Visits_are_told_however_much_was_opened_of_another_audit_since()
    {
        var (audit, other) = (await FrozenAsync(), await FrozenAsync());
        await NoteAsync(Auditor, audit, null);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await using (var db = await OpenAsync(Auditor))
        {
            for (var i = 0; i <= AuditVisitsQuery.Most; i++)
                db.Log(new(ChainId.OfShop(Shop.Id), AuditVisits.Opened, nameof(Audit), other.ToString("D")));
            await db.SaveChangesAsync(Ct);
        }
        Assert.Equal("Opened the audit", Assert.Single((await VisitsAsync(Officer, audit))!.Visits).What);
    }

    [Fact]
    public async Task An_audit_of_two_shops_is_in_the_log_of_both_and_told_once()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer);
        var audit = await SaveAsync(new Audit { Title = "Both", ShopIds = [Shop.Id, SisterShop.Id], Regulations = ["GDPR"], PeriodFrom = new(2025, 11, 1), PeriodUntil = new(2026, 10, 31), PreparedBy = officer });
        await SaveAsync(new Grant { UserId = Auditor, Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = audit.Id });
        await NoteAsync(Auditor, audit.Id, null);
        var told = (await VisitsAsync(officer, audit.Id))!;
        Assert.Single(told.Visits);
        Assert.Equal(2, told.InLog.Count);
        await using var db = await OpenAsync();
        Assert.Equal(2, await db.AuditLogEntries.CountAsync(entry => entry.Action == "opened" && (entry.Chain == ChainId.OfShop(Shop.Id) || entry.Chain == ChainId.OfShop(SisterShop.Id)), Ct));
    }

    [Fact]
    public async Task Only_those_who_prepare_the_audit_are_told()
    {
        var audit = await FrozenAsync();
        foreach (var person in new[] { Auditor, Manager, await StrangerAsync() })
            Assert.Null(await VisitsAsync(person, audit));
    }

    private Task<AuditVisitsView?> VisitsAsync(Guid person, Guid audit)
    {
        var hub = ScopeOf(Actor.User(person)).GetRequiredService<HubDb>();
        return new AuditVisitsQuery(hub, new AuditLogReader(hub)).FindAsync(audit, Ct);
    }

    private async Task NoteAsync(Guid person, Guid audit, AuditItem? item)
    {
        var services = ScopeOf(Actor.User(person));
        await using var db = await OpenAsync(person);
        await services.GetRequiredService<AuditVisits>().NoteAsync(await db.Audits.AsNoTracking().SingleAsync(row => row.Id == audit, Ct), item, Ct);
    }
}
