using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Features.Audits;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class AuditReferenceTests_on_Sqlite() : AuditReferenceTests(null);

public sealed class AuditReferenceTests_on_Postgres(PostgresServer server) : AuditReferenceTests(server);

/// <summary>What belongs to an audit points at nothing of another audit or another shop, whoever saves.</summary>
public abstract class AuditReferenceTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task An_audit_covers_no_shop_that_its_preparer_does_not_keep()
    {
        var draft = await DraftAsync();
        foreach (var shop in new[] { SisterShop.Id, OtherShop.Id, Guid.CreateVersion7() })
        {
            await RefusedAsync(Actor.User(Officer), db => Task.FromResult<object>(db.Add(new Audit { Title = "Foreign", ShopIds = [Shop.Id, shop], Regulations = ["GDPR"], PeriodFrom = new(2025, 1, 1), PeriodUntil = new(2025, 12, 31), PreparedBy = Officer })));
            await RefusedAsync(Actor.User(Officer), async db => (await db.Audits.SingleAsync(row => row.Id == draft, Ct)).ShopIds = [Shop.Id, shop]);
        }
        Assert.Equal([Shop.Id], (await StoredAsync(draft)).ShopIds);
    }

    [Fact]
    public async Task A_comment_is_about_an_item_of_its_own_audit_and_shop()
    {
        var (mine, other) = (await FrozenAsync(), await FrozenAsync());
        var (item, foreign) = ((await ItemsAsync(mine))[0], (await ItemsAsync(other))[0]);
        AuditComment Comment(Guid audit, Guid about, Guid shop) => new() { AuditId = audit, ItemId = about, ShopId = shop, WrittenBy = Officer, WrittenAt = Now, Text = "Look." };
        foreach (var actor in new[] { Actor.System("test"), Actor.User(Officer), Actor.User(Auditor) })
        {
            foreach (var comment in new[] { Comment(mine, foreign.Id, Shop.Id), Comment(mine, item.Id, OtherShop.Id), Comment(mine, Guid.CreateVersion7(), Shop.Id), Comment(Guid.CreateVersion7(), item.Id, Shop.Id) })
            {
                comment.WrittenBy = actor.UserId ?? Officer;
                await RefusedAsync(actor, db => Task.FromResult<object>(db.Add(comment)));
            }
        }
        await SaveAsync(Comment(mine, item.Id, Shop.Id));
    }

    [Fact]
    public async Task An_item_stays_with_its_audit_shop_and_requirement()
    {
        var (mine, other) = (await FrozenAsync(), await FrozenAsync());
        var id = (await ItemsAsync(mine))[0].Id;
        foreach (var actor in new[] { Actor.System("test"), Actor.User(Auditor) })
        {
            foreach (var turn in new Action<AuditItem>[] { item => item.AuditId = other, item => item.ShopId = OtherShop.Id, item => item.RequirementId = "GDPR-44", item => item.AuditId = Guid.CreateVersion7() })
                await RefusedAsync(actor, async db => turn(await db.AuditItems.SingleAsync(row => row.Id == id, Ct)));
        }
        Assert.Equal((mine, Shop.Id), (await ItemsAsync(mine)).Where(item => item.Id == id).Select(item => (item.AuditId, item.ShopId)).Single());
    }

    [Fact]
    public async Task Nothing_is_frozen_or_signed_for_an_audit_beside_its_own_step()
    {
        var (audit, handedIn) = (await FrozenAsync(), await HandedInAsync());
        foreach (var actor in new[] { Actor.System("test"), Actor.User(Officer), Actor.User(Manager) })
        {
            foreach (var id in new[] { audit, handedIn, Guid.CreateVersion7() })
            {
                await RefusedAsync(actor, db => Task.FromResult<object>(db.Add(new FrozenShop { AuditId = id, ShopId = OtherShop.Id, AsOf = new(2026, 11, 23), FrozenAt = Now })));
                await RefusedAsync(actor, db => Task.FromResult<object>(db.Add(new AuditItem { AuditId = id, ShopId = OtherShop.Id, RequirementId = "GDPR-44" })));
                await RefusedAsync(actor, db => Task.FromResult<object>(db.Add(new SignOff { AuditId = id, ShopIds = [Shop.Id], SignedBy = Manager, SignedAt = Now, Statement = "Mine." })));
            }
        }
    }

    [Fact]
    public async Task A_task_is_shown_to_be_done_by_files_of_its_own_shop_or_the_group_alone()
    {
        var audit = await FrozenAsync();
        var item = await ItemAsync(audit, "GDPR-6-1");
        (item.Decision, item.RootCause, item.Recommendation) = (AuditDecision.Major, "Nobody asked.", "Ask.");
        await Workflow(Auditor).DecideAsync(item, Ct);
        var (own, group, foreign) = (await FileAsync(Shop.Id), await FileAsync(null), await FileAsync(OtherShop.Id));
        async Task<RemediationTask> StoredTaskAsync(HubDbContext db) => await db.RemediationTasks.SingleAsync(task => task.AuditId == audit, Ct);
        await using (var db = await OpenAsync())
        {
            var task = await StoredTaskAsync(db);
            (task.OwnerId, task.CheckerId) = (Officer, Manager);
            await db.SaveChangesAsync(Ct);
            task.Start();
            await db.SaveChangesAsync(Ct);
        }
        foreach (var actor in new[] { Actor.System("test"), Actor.User(Officer) })
        {
            foreach (var files in new[] { new List<Guid> { foreign }, [own, foreign], [group, Guid.CreateVersion7()] })
                await RefusedAsync(actor, async db => (await StoredTaskAsync(db)).EvidenceIds = files);
            await RefusedAsync(actor, async db => (await StoredTaskAsync(db)).ShopId = OtherShop.Id);
            await RefusedAsync(actor, async db => (await StoredTaskAsync(db)).AuditId = Guid.CreateVersion7());
            await RefusedAsync(actor, async db => (await StoredTaskAsync(db)).ItemId = Guid.CreateVersion7());
        }
        await using var after = await OpenAsync(Officer);
        (await StoredTaskAsync(after)).EvidenceIds = [own, group];
        await after.SaveChangesAsync(Ct);
    }

    private async Task<Guid> FileAsync(Guid? shop) => (await SaveAsync(new EvidenceFile { ShopId = shop, FileName = "proof.txt", ContentType = "text/plain", Size = 1, Sha256 = new string('a', 64) })).Id;

    private async Task RefusedAsync(Actor actor, Func<HubDbContext, Task> change)
    {
        await using var db = await Hub.OpenAsync(actor, Ct);
        await change(db);
        var outcome = await Record.ExceptionAsync(() => db.SaveChangesAsync(Ct));
        Assert.True(outcome is DomainException and not StorageUnavailableException, $"{actor.Reference}: {outcome?.ToString() ?? "saved"}");
    }
}
