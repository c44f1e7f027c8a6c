using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.AuditorRoom;
using ComplianceHub.Features.Audits.Fieldwork;
using ComplianceHub.Tests.Features.Audits;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.AuditorRoom;

public sealed class AuditorRoomQueryTests_on_Sqlite() : AuditorRoomQueryTests(null);

public sealed class AuditorRoomQueryTests_on_Postgres(PostgresServer server) : AuditorRoomQueryTests(server);

/// <summary>What stands in the room of whoever is invited to audits.</summary>
public abstract class AuditorRoomQueryTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task It_holds_the_audits_to_which_they_are_invited_and_no_other()
    {
        var mine = await FrozenAsync();
        await Workflow(Officer).PrepareAsync(Another([Shop.Id], auditor: Manager), Ct);
        var row = Assert.Single(await RoomAsync(Auditor));
        Assert.Equal((mine, new DateOnly(2026, 12, 18), true), (row.Audit.Id, row.EndsOn, row.WaitsForReader));
        Assert.Equal(["Fjord & Fable"], row.Shops);
        Assert.True(row is { Requirements: > 0, Decided: 0, HasReport: true });
    }

    [Fact]
    public async Task A_shop_is_called_what_it_was_called_when_it_was_frozen()
    {
        await FrozenAsync();
        await using (var db = await OpenAsync())
        {
            (await db.Shops.SingleAsync(row => row.Id == Shop.Id, Ct)).Name = "Renamed shop";
            await db.SaveChangesAsync(Ct);
        }
        Assert.Equal(["Fjord & Fable"], Assert.Single(await RoomAsync(Auditor)).Shops);
    }

    // The report that they download there stays as it was, so the room has to say when it describes the shop no longer.
    [Fact]
    public async Task A_signature_that_is_stale_is_marked()
    {
        var audit = await FrozenAsync();
        Assert.Null(Assert.Single(await RoomAsync(Auditor)).Standing);
        var signed = await SignedAsync();
        Assert.Equal(SignatureStanding.Current, await StandingAsync(signed));
        await using (var db = await OpenAsync(Officer))
        {
            (await db.Vendors.SingleAsync(vendor => vendor.Id == Processor.Id, Ct)).Country = "IE";
            await db.SaveChangesAsync(Ct);
        }
        Assert.Equal(SignatureStanding.Stale, await StandingAsync(signed));
        Assert.Equal(SignatureStanding.Stale, (await ActivatorUtilities.CreateInstance<FieldworkQuery>(ScopeOf(Actor.User(Auditor))).FindAsync(signed, null, Ct))!.Standing);
        Assert.Null(await StandingAsync(audit));
    }

    [Fact]
    public async Task A_draft_names_no_shop_and_has_no_report()
    {
        await DraftAsync();
        var row = Assert.Single(await RoomAsync(Auditor));
        Assert.Empty(row.Shops);
        Assert.False(row.HasReport);
    }

    [Fact]
    public async Task It_is_empty_the_day_after_the_last()
    {
        await FrozenAsync();
        Clock.SetUtcNow(new(2026, 12, 18, 23, 59, 59, TimeSpan.Zero));
        Assert.Single(await RoomAsync(Auditor));
        Clock.SetUtcNow(new(2026, 12, 19, 0, 0, 0, TimeSpan.Zero));
        Assert.Empty(await RoomAsync(Auditor));
    }

    [Fact]
    public async Task Who_reads_the_registers_has_the_audits_in_their_own_list_and_no_room()
    {
        await FrozenAsync();
        Assert.Null(await QueryFor(Officer).ListAsync(Ct));
        Assert.Empty(await RoomAsync(await StrangerAsync()));
    }

    [Fact]
    public async Task Who_keeps_one_shop_and_is_invited_to_an_audit_of_another_has_both_apart()
    {
        var invited = await DraftAsync();
        var keeper = await PersonAsync(HubRole.PrivacyOfficer, OtherShop.Id);
        var own = await Workflow(keeper).PrepareAsync(Another([OtherShop.Id], auditor: null), Ct);
        await SaveAsync(new Grant { UserId = keeper, Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = invited });
        Assert.Equal([invited], (await RoomAsync(keeper)).Select(row => row.Audit.Id));
        Assert.Equal([own], (await Audits(keeper).PageAsync(new(), Ct))!.Rows.Select(row => row.Audit.Id));
        Assert.Null(Assert.Single(await RoomAsync(keeper)).EndsOn);
    }

    [Fact]
    public async Task An_auditor_of_a_shop_sees_the_audits_of_that_shop_that_name_them_and_nothing_else()
    {
        var person = await PersonAsync(HubRole.Auditor, Shop.Id, until: new(2026, 12, 1));
        var named = await SaveAsync(Another([Shop.Id], person));
        await SaveAsync(Another([Shop.Id], Manager));
        await SaveAsync(Another([Shop.Id, SisterShop.Id], person));
        await SaveAsync(Another([OtherShop.Id], person));
        Assert.Equal([(named.Id, new DateOnly(2026, 12, 1))], (await RoomAsync(person)).Select(row => (row.Audit.Id, row.EndsOn!.Value)));
        await using var db = await OpenAsync(person);
        Assert.Equal((0, 0, 0), (await db.Shops.CountAsync(Ct), await db.LegalEntities.CountAsync(Ct), await db.Vendors.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_auditor_of_the_group_sees_the_audits_that_name_them_and_nothing_else()
    {
        var person = await PersonAsync(HubRole.Auditor);
        var named = await SaveAsync(Another([Shop.Id, OtherShop.Id], person));
        await SaveAsync(Another([Shop.Id], Manager));
        Assert.Equal([named.Id], (await RoomAsync(person)).Select(row => row.Audit.Id));
        await using var db = await OpenAsync(person);
        Assert.Equal((0, 0), (await db.Shops.CountAsync(Ct), await db.ReadinessStandings.CountAsync(Ct)));
    }

    [Fact]
    public async Task Whoever_is_invited_says_something_and_does_not_decide_for_its_auditor()
    {
        var audit = await FrozenAsync();
        var second = await StrangerAsync();
        await SaveAsync(new Grant { UserId = second, Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = audit });
        var item = await ItemAsync(audit, "GDPR-28-3");
        await Workflow(second).CommentAsync(item.Id, "Who compared the terms?", Ct);
        (item.Decision, item.Note) = (AuditDecision.Accepted, "The terms are the same.");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Workflow(second).DecideAsync(item, Ct));
        Assert.Equal(1, Assert.Single(await RoomAsync(second)).Comments);
    }

    private static Audit Another(List<Guid> shops, Guid? auditor) => new()
    {
        Title = "Another audit",
        ShopIds = shops,
        Regulations = ["GDPR"],
        PeriodFrom = new(2025, 11, 1),
        PeriodUntil = new(2026, 10, 31),
        AuditorId = auditor,
    };

    private async Task<SignatureStanding?> StandingAsync(Guid audit) => (await RoomAsync(Auditor)).Single(row => row.Audit.Id == audit).Standing;

    private AuditorRoomQuery QueryFor(Guid person) => ActivatorUtilities.CreateInstance<AuditorRoomQuery>(ScopeOf(Actor.User(person)));

    private async Task<IReadOnlyList<InvitedAudit>> RoomAsync(Guid person) => (await QueryFor(person).ListAsync(Ct))!;
}
