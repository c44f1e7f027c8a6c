using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Audits;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits;

public sealed class AuditDraftsTests_on_Sqlite() : AuditDraftsTests(null);

public sealed class AuditDraftsTests_on_Postgres(PostgresServer server) : AuditDraftsTests(server);

public abstract class AuditDraftsTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task A_new_draft_is_of_the_last_twelve_months_and_the_only_shop()
    {
        var draft = (await Drafts(Officer).NewAsync(null, Ct))!.Audit;
        Assert.Equal((new DateOnly(2025, 11, 24), new DateOnly(2026, 11, 23)), (draft.PeriodFrom, draft.PeriodUntil));
        Assert.Equal([Shop.Id], draft.ShopIds);
        Assert.Equal(["GDPR", "CCPA"], draft.Regulations);
        Assert.Empty((await Drafts(await PersonAsync(HubRole.Administrator)).NewAsync(null, Ct))!.Audit.ShopIds);
    }

    [Fact]
    public async Task Another_audit_lends_its_scope_and_those_who_can_still_take_part()
    {
        var draft = (await Drafts(Officer).NewAsync(await DraftAsync(), Ct))!.Audit;
        Assert.Equal(("Annual privacy audit 2026", "GDPR", Manager), (draft.Title, Assert.Single(draft.Regulations), draft.SignerId));
        // The auditor from outside was invited to the other audit only.
        Assert.Null(draft.AuditorId);
        Assert.Equal(Officer, draft.PreparedBy);
    }

    [Fact]
    public async Task Only_managers_of_all_the_shops_may_sign()
    {
        var group = await PersonAsync(HubRole.Manager);
        await PersonAsync(HubRole.Manager, OtherShop.Id);
        await PersonAsync(HubRole.Manager, Shop.Id, until: new(2026, 11, 22));
        await PersonAsync(HubRole.Administrator);
        var disabled = await PersonAsync(HubRole.Manager, Shop.Id);
        await using (var db = await OpenAsync())
        {
            (await db.Users.SingleAsync(user => user.Id == disabled, Ct)).LockoutEnd = HubUser.Never;
            await db.SaveChangesAsync(Ct);
        }
        Assert.Equal([.. new[] { Manager, group }.Order()], (await People(Officer).OfAsync([Shop.Id], null, Ct)).Signers.Select(person => person.Id).Order());
        var both = await PersonAsync(HubRole.Administrator);
        Assert.Equal([group], (await People(both).OfAsync([Shop.Id, OtherShop.Id], null, Ct)).Signers.Select(person => person.Id));
    }

    [Fact]
    public async Task Whoever_reads_the_registers_or_is_invited_may_audit()
    {
        var (draft, viewer) = (await DraftAsync(), await PersonAsync(HubRole.Viewer, Shop.Id));
        var ofShopAlone = await PersonAsync(HubRole.Auditor, Shop.Id);
        var auditors = (await People(Officer).OfAsync([Shop.Id], draft, Ct)).Auditors.Select(person => person.Id).ToList();
        Assert.Contains(Auditor, auditors);
        Assert.Contains(viewer, auditors);
        Assert.DoesNotContain(ofShopAlone, auditors);
        Assert.DoesNotContain(Auditor, (await People(Officer).OfAsync([Shop.Id], null, Ct)).Auditors.Select(person => person.Id));
    }

    [Fact]
    public async Task Nobody_else_is_told_who_holds_grants()
    {
        Assert.Same(AuditPeople.None, await People(Manager).OfAsync([Shop.Id], null, Ct));
        Assert.Same(AuditPeople.None, await People(Officer).OfAsync([OtherShop.Id], null, Ct));
    }

    [Fact]
    public async Task Each_field_has_its_sentence()
    {
        var edited = (await Drafts(Officer).NewAsync(null, Ct))!;
        (edited.Audit.Title, edited.Audit.Regulations, edited.Audit.PeriodUntil) = (" ", [], new(2020, 1, 1));
        (edited.Audit.AuditorId, edited.Audit.SignerId) = (Manager, Manager);
        var errors = (await Drafts(Officer).ErrorsOfAsync(edited, Ct)).ToDictionary(error => error.Field, error => error.Sentence);
        Assert.Equal("Give the audit a title.", errors[nameof(Audit.Title)]);
        Assert.Equal("Choose at least one regulation.", errors[nameof(Audit.Regulations)]);
        Assert.Equal("The period ends before it begins.", errors[nameof(Audit.PeriodUntil)]);
        Assert.Equal("Whoever audits cannot sign. Choose somebody else.", errors[nameof(Audit.SignerId)]);
        await Assert.ThrowsAsync<DomainException>(() => Drafts(Officer).SaveAsync(edited, Ct));
    }

    [Fact]
    public async Task The_preparer_cannot_be_the_signer()
    {
        await SaveAsync(new Grant { UserId = Officer, Role = HubRole.Manager, Scope = GrantScope.Shop, ShopId = Shop.Id });
        var edited = (await Drafts(Officer).NewAsync(null, Ct))!;
        (edited.Audit.Title, edited.Audit.SignerId) = ("Audit", Officer);
        Assert.Equal("Whoever prepares an audit cannot sign it. Choose somebody else.", Assert.Single(await Drafts(Officer).ErrorsOfAsync(edited, Ct)).Sentence);
    }

    [Fact]
    public async Task A_draft_is_saved_and_changed()
    {
        var edited = (await Drafts(Officer).NewAsync(null, Ct))!;
        (edited.Audit.Title, edited.Audit.SignerId) = ("Winter check", Manager);
        var id = await Drafts(Officer).SaveAsync(edited, Ct);
        var again = (await Drafts(Officer).FindAsync(id, Ct))!;
        (again.Audit.Title, again.Audit.Regulations) = ("Spring check", ["GDPR"]);
        await Drafts(Officer).SaveAsync(again, Ct);
        Assert.Equal(("Spring check", "GDPR", Officer), (await StoredAsync(id) is var stored ? stored.Title : "", Assert.Single(stored.Regulations), stored.PreparedBy));
    }

    [Fact]
    public async Task Who_saves_second_is_told_and_changes_nothing()
    {
        var id = await DraftAsync();
        var (mine, theirs) = ((await Drafts(Officer).FindAsync(id, Ct))!, (await Drafts(Officer).FindAsync(id, Ct))!);
        theirs.Audit.Title = "Theirs";
        await Drafts(Officer).SaveAsync(theirs, Ct);
        mine.Audit.Title = "Mine";
        await Assert.ThrowsAnyAsync<RecordConflictException>(() => Drafts(Officer).SaveAsync(mine, Ct));
        Assert.Equal("Theirs", (await StoredAsync(id)).Title);
    }

    [Fact]
    public async Task Nothing_but_a_draft_is_deleted_and_edited_whole_and_only_by_a_keeper_of_its_shops()
    {
        var (draft, frozen) = (await DraftAsync(), await FrozenAsync());
        Assert.Equal((false, true), ((await Drafts(Officer).FindAsync(draft, Ct))!.IsFrozen, (await Drafts(Officer).FindAsync(frozen, Ct))!.IsFrozen));
        var handedIn = await HandedInAsync();
        Assert.Null(await Drafts(Officer).FindAsync(handedIn, Ct));
        foreach (var other in new[] { Manager, Auditor, await PersonAsync(HubRole.Viewer, Shop.Id), await PersonAsync(HubRole.PrivacyOfficer, OtherShop.Id) })
        {
            Assert.Null(await Drafts(other).FindAsync(draft, Ct));
            await Assert.ThrowsAnyAsync<DomainException>(() => Drafts(other).DeleteAsync(draft, Ct));
        }
        await Assert.ThrowsAsync<AccessDeniedException>(() => Drafts(Officer).DeleteAsync(frozen, Ct));
        await Drafts(Officer).DeleteAsync(draft, Ct);
        await using var db = await OpenAsync();
        Assert.Equivalent(new[] { frozen, handedIn }, await db.Audits.Select(audit => audit.Id).ToListAsync(Ct), strict: true);
    }

    [Fact]
    public async Task Who_keeps_no_register_prepares_nothing()
    {
        Assert.Null(await Drafts(Manager).NewAsync(null, Ct));
        Assert.Null(await Drafts(Auditor).NewAsync(null, Ct));
        Assert.Equal([Shop.Slug], (await Drafts(Officer).OfferedAsync(null, Ct)).Select(shop => shop.Slug));
        Assert.Empty(await Drafts(Officer).OfferedAsync("olive", Ct));
    }
}
