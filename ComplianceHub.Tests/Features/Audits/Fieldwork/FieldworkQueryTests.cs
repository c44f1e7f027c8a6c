using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Features.Audits.Fieldwork;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits.Fieldwork;

/// <summary>What fieldwork shows, and to whom.</summary>
public sealed class FieldworkQueryTests() : AuditFixture(null)
{
    [Fact]
    public async Task It_shows_what_was_frozen_and_not_what_the_registers_say_now()
    {
        var audit = await FrozenAsync();
        var before = await FindAsync(Auditor, audit);
        await using (var db = await OpenAsync())
        {
            (await db.Vendors.SingleAsync(row => row.Id == Processor.Id, Ct)).LegalName = "Renamed Ltd";
            (await db.Shops.SingleAsync(row => row.Id == Shop.Id, Ct)).Name = "Renamed shop";
            await db.SaveChangesAsync(Ct);
        }
        var after = await FindAsync(Auditor, audit);
        Assert.Equal("Fjord & Fable", Assert.Single(after!.Shops).Name);
        Assert.Equal(before!.Items.Select(item => item.Result.Summary), after.Items.Select(item => item.Result.Summary));
    }

    [Fact]
    public async Task Failing_blockers_come_first()
    {
        var items = (await FindAsync(Auditor, await FrozenAsync()))!.Items;
        Assert.Equal(items.Select(item => item.Urgency).Order(), items.Select(item => item.Urgency));
        Assert.Equal((0, 0), items[0].Urgency);
    }

    [Fact]
    public async Task The_auditor_decides_and_the_others_read()
    {
        var audit = await FrozenAsync();
        Assert.Equal((true, true), Rights(await FindAsync(Auditor, audit)));
        Assert.Equal((false, true), Rights(await FindAsync(Officer, audit)));
        Assert.Equal((false, false), Rights(await FindAsync(Manager, audit)));
    }

    [Fact]
    public async Task After_it_was_handed_in_nobody_decides_any_more() =>
        Assert.Equal((false, false), Rights(await FindAsync(Auditor, await HandedInAsync())));

    [Fact]
    public async Task It_is_nobody_elses() => Assert.Null(await FindAsync(await StrangerAsync(), await FrozenAsync()));

    [Fact]
    public async Task It_ends_with_the_grant_though_it_was_read_before()
    {
        var audit = await FrozenAsync();
        var before = await FindAsync(Auditor, audit);
        Clock.Advance(TimeSpan.FromDays(26));
        Assert.Null(await QueryFor(Auditor).FindAsync(audit, before, Ct));
    }

    [Fact]
    public async Task It_tells_who_decided_and_who_said_what()
    {
        var audit = await FrozenAsync();
        var item = await ItemAsync(audit, "GDPR-28-3");
        (item.Decision, item.Note) = (AuditDecision.Accepted, "It is off.");
        await Workflow(Auditor).DecideAsync(item, Ct);
        await Workflow(Manager).CommentAsync(item.Id, "It is off since Monday.", Ct);
        var shown = (await FindAsync(Officer, audit))!;
        Assert.Equal(1, shown.Reviewed);
        Assert.Equal(("Accepted", "It is off since Monday."), shown.Items.Where(one => one.Id == item.Id).Select(one => (one.Standing, Assert.Single(one.Comments).Text)).Single());
        Assert.NotNull(shown.Items.Single(one => one.Id == item.Id).DecidedBy);
    }

    private static (bool, bool) Rights(FieldworkAudit? audit) => (audit!.Rights.MayDecide, audit.Rights.MayHandIn);

    private FieldworkQuery QueryFor(Guid person) => ActivatorUtilities.CreateInstance<FieldworkQuery>(ScopeOf(Actor.User(person)));

    private Task<FieldworkAudit?> FindAsync(Guid person, Guid audit) => QueryFor(person).FindAsync(audit, null, Ct);
}
