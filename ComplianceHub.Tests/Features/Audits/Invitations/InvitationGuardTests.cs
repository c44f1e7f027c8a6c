using ComplianceHub.Data;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits.Invitations;

public sealed class InvitationGuardTests_on_Sqlite() : InvitationGuardTests(null);

public sealed class InvitationGuardTests_on_Postgres(PostgresServer server) : InvitationGuardTests(server);

/// <summary>Who may give, change and take back grants for an audit, whatever page or program tries.</summary>
public abstract class InvitationGuardTests(PostgresServer? server) : AuditFixture(server)
{
    private static readonly DateOnly Until = new(2026, 12, 18);

    [Fact]
    public async Task Who_keeps_the_registers_of_all_its_shops_invites_and_nobody_else()
    {
        var audit = await DraftAsync();
        var both = await Drafted([Shop.Id, SisterShop.Id]);
        var group = await PersonAsync(HubRole.PrivacyOfficer);
        Assert.True(await GivesAsync(Officer, await ToAsync(audit)));
        Assert.True(await GivesAsync(group, await ToAsync(both)));
        Assert.False(await GivesAsync(Officer, await ToAsync(both)));
        foreach (var person in new[] { Manager, Auditor, await PersonAsync(HubRole.Viewer, Shop.Id), await PersonAsync(HubRole.PrivacyOfficer, OtherShop.Id), await StrangerAsync() })
            Assert.False(await GivesAsync(person, await ToAsync(audit)));
    }

    [Fact]
    public async Task A_preparer_gives_the_part_of_the_auditor_alone()
    {
        var audit = await DraftAsync();
        foreach (var role in Enum.GetValues<HubRole>())
        {
            var grant = await ToAsync(audit);
            grant.Role = role;
            Assert.Equal(role == HubRole.Auditor, await GivesAsync(Officer, grant));
        }
    }

    [Fact]
    public async Task Nobody_invites_themselves_the_signer_or_the_preparer()
    {
        var audit = await DraftAsync();
        var other = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        Assert.False(await GivesAsync(Officer, await ToAsync(audit, Officer)));
        Assert.False(await GivesAsync(other, await ToAsync(audit, other)));
        Assert.False(await GivesAsync(other, await ToAsync(audit, Officer)));
        Assert.False(await GivesAsync(other, await ToAsync(audit, Manager)));
    }

    [Fact]
    public async Task Nobody_invites_for_longer_than_they_hold()
    {
        var audit = await DraftAsync();
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id, Until);
        Assert.True(await GivesAsync(officer, await ToAsync(audit)));
        foreach (var until in new DateOnly?[] { Until.AddDays(1), null })
        {
            var grant = await ToAsync(audit);
            grant.Until = until;
            Assert.False(await GivesAsync(officer, grant));
            // What others gave for longer they may end.
            await SaveAsync(grant);
            Assert.True(await AsAsync(officer, async db => db.Remove(await db.Grants.IgnoreQueryFilters().SingleAsync(row => row.Id == grant.Id, Ct))));
        }
    }

    [Fact]
    public async Task An_invitation_stays_with_its_person_and_its_audit()
    {
        var (mine, other) = (await DraftAsync(), await Drafted([OtherShop.Id]));
        var grant = await SaveAsync(await ToAsync(mine));
        var stranger = await StrangerAsync();
        Assert.False(await ChangesAsync(Officer, grant, row => row.AuditId = other));
        Assert.False(await ChangesAsync(Officer, grant, row => row.UserId = stranger));
        Assert.False(await ChangesAsync(Officer, grant, row => (row.Scope, row.ShopId, row.AuditId) = (GrantScope.Shop, Shop.Id, null)));
        Assert.False(await ChangesAsync(Officer, grant, row => row.Role = HubRole.PrivacyOfficer));
        Assert.True(await ChangesAsync(Officer, grant, row => (row.From, row.Until) = (new(2026, 12, 1), new(2026, 12, 2))));
    }

    [Fact]
    public async Task The_auditor_lengthens_nothing()
    {
        var audit = await DraftAsync();
        Guid id;
        await using (var db = await OpenAsync())
            id = (await db.Grants.SingleAsync(row => row.AuditId == audit, Ct)).Id;
        Assert.False(await AsAsync(Auditor, async db => (await db.Grants.SingleAsync(row => row.Id == id, Ct)).Until = Until.AddDays(9)));
    }

    [Fact]
    public async Task It_opens_on_its_first_day()
    {
        var audit = await DraftAsync();
        var person = await StrangerAsync();
        var grant = await ToAsync(audit, person);
        grant.From = new(2026, 12, 1);
        await SaveAsync(grant);
        Clock.SetUtcNow(new(2026, 11, 30, 23, 59, 59, TimeSpan.Zero));
        await using (var db = await OpenAsync(person))
            Assert.Empty(await db.Audits.ToListAsync(Ct));
        Clock.SetUtcNow(new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        await using (var db = await OpenAsync(person))
            Assert.Single(await db.Audits.ToListAsync(Ct));
    }

    private async Task<Guid> Drafted(List<Guid> shops)
    {
        var group = await PersonAsync(HubRole.PrivacyOfficer);
        return await Workflow(group).PrepareAsync(new() { Title = "Another audit", ShopIds = shops, Regulations = ["GDPR"], PeriodFrom = new(2025, 11, 1), PeriodUntil = new(2026, 10, 31) }, Ct);
    }

    private async Task<Grant> ToAsync(Guid audit, Guid? person = null) =>
        new() { UserId = person ?? await StrangerAsync(), Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = audit, Until = Until };

    private Task<bool> GivesAsync(Guid person, Grant grant) => AsAsync(person, db => Task.FromResult(db.Add(grant)));

    private Task<bool> ChangesAsync(Guid person, Grant grant, Action<Grant> change) => AsAsync(person, async db =>
    {
        var row = await db.Grants.IgnoreQueryFilters().SingleAsync(one => one.Id == grant.Id, Ct);
        change(row);
        return row;
    });

    private async Task<bool> AsAsync<T>(Guid person, Func<HubDbContext, Task<T>> work)
    {
        await using var db = await OpenAsync(person);
        await work(db);
        try
        {
            await db.SaveChangesAsync(Ct);
            return true;
        }
        catch (AccessDeniedException)
        {
            return false;
        }
    }
}
