using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Audits;
using ComplianceHub.Features.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Given;

/// <summary>What somebody is about to act on: fresh records of the shop of their grant, of another shop, or of none.</summary>
internal sealed class UseCaseScene(RoleProgram program, Whose whose, RolePerson role, Guid person)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Slug => RoleProgram.SlugOf(whose);

    public async Task<Guid> ShopAsync()
    {
        await using var db = await program.SystemAsync();
        return whose == Whose.Nobodys ? Guid.CreateVersion7() : await db.Shops.Where(shop => shop.Slug == Slug).Select(shop => shop.Id).SingleAsync(Ct);
    }

    /// <summary>A company of the group, the same for everybody.</summary>
    public async Task<Guid> CompanyAsync()
    {
        await using var db = await program.SystemAsync();
        return await db.LegalEntities.OrderBy(company => company.Id).Select(company => company.Id).FirstAsync(Ct);
    }

    /// <summary>A record that is there; of nobody, one that is not.</summary>
    public async Task<T> SavedAsync<T>(T record, bool isAnybodys = false)
        where T : class
    {
        if (whose == Whose.Nobodys && !isAnybodys)
            return record;
        await using var db = await program.SystemAsync();
        db.Add(record);
        await db.SaveChangesAsync(Ct);
        return record;
    }

    public async Task<Vendor> VendorAsync(DateOnly? retired = null) => RecordCopy.Of(await SavedAsync(new Vendor { ShopId = await ShopAsync(), LegalName = "Somebody Ltd", RetiredOn = retired }));

    /// <summary>A record of the group, and as the shop would have it.</summary>
    public async Task<(Vendor Effective, Vendor Changed)> GroupVendorAsync()
    {
        var vendor = await SavedAsync(new Vendor { LegalName = "Group Ltd" }, isAnybodys: true);
        var changed = RecordCopy.Of(vendor);
        changed.Service = "Hosting";
        return (vendor, changed);
    }

    public async Task<Deviation> DeviationAsync()
    {
        var (vendor, _) = await GroupVendorAsync();
        return await SavedAsync(new Deviation { ShopId = await ShopAsync(), Register = Register.ThirdParties, RecordId = vendor.Id, Field = nameof(Vendor.Service), Value = "\"Hosting\"", Reason = "Ours.", DecidedOn = new(2026, 11, 23) });
    }

    public async Task<Guid> ProposalAsync()
    {
        var (vendor, _) = await GroupVendorAsync();
        return (await SavedAsync(new Proposal { ShopId = await ShopAsync(), Register = Register.ThirdParties, RecordId = vendor.Id, Field = nameof(Vendor.Service), Value = "\"Hosting\"", Reason = "Ours.", ProposedOn = new(2026, 11, 23) })).Id;
    }

    /// <summary>Somebody with a grant as a viewer of the shop.</summary>
    public async Task<Grant> ViewerAsync()
    {
        var email = $"{Guid.NewGuid():N}@matrix.example";
        var viewer = await SavedAsync(new HubUser { DisplayName = "Viewer", UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true });
        return await SavedAsync(new Grant { UserId = viewer.Id, Role = HubRole.Viewer, Scope = GrantScope.Shop, ShopId = await ShopAsync() });
    }

    /// <summary>An invitation of somebody to a draft.</summary>
    public async Task<Grant> InvitationAsync()
    {
        var viewer = await ViewerAsync();
        await using var db = await program.SystemAsync();
        if (await db.Grants.SingleOrDefaultAsync(grant => grant.Id == viewer.Id, Ct) is { } stored)
        {
            db.Remove(stored);
            await db.SaveChangesAsync(Ct);
        }
        return await SavedAsync(new Grant { UserId = viewer.UserId, Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = await AuditAsync(AuditState.Draft), Until = new(2026, 12, 18) });
    }

    /// <summary>An audit that names the person as its auditor or, once it is handed in, as its signer.</summary>
    public async Task<Audit> NewAuditAsync(bool isSigner = false)
    {
        await using var db = await program.SystemAsync();
        async Task<Guid> DemoAsync(string name) => await db.Users.Where(user => user.Email == name + "@demo.example").Select(user => user.Id).SingleAsync(Ct);
        return new Audit
        {
            Title = $"Audit {Guid.NewGuid():N}", ShopIds = [await ShopAsync()], Regulations = ["GDPR"], PeriodFrom = new(2025, 11, 1), PeriodUntil = new(2026, 10, 31),
            PreparedBy = await DemoAsync("officer"), AuditorId = isSigner ? await DemoAsync("auditor") : person, SignerId = isSigner ? person : await DemoAsync("manager"),
        };
    }

    /// <summary>An audit in a state: what the person's grant does not open, their name in it does not.</summary>
    public async Task<Guid> AuditAsync(AuditState state, AuditDecision decision = AuditDecision.Accepted)
    {
        if (whose == Whose.Nobodys)
            return Guid.CreateVersion7();
        await using var scope = program.Hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        var workflow = scope.ServiceProvider.GetRequiredService<AuditWorkflow>();
        var audit = await workflow.PrepareAsync(await NewAuditAsync(isSigner: state == AuditState.AwaitingSignOff), Ct);
        // Whoever is invited, is invited to this one too; in another shop they are not.
        if (role.Scope == GrantScope.Audit && whose == Whose.Own)
            await SavedAsync(new Grant { UserId = person, Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = audit, Until = IsEnded ? new(2026, 11, 20) : null });
        if (state == AuditState.Draft)
            return audit;
        await workflow.BeginFieldworkAsync(audit, Ct);
        if (state == AuditState.Fieldwork && decision == AuditDecision.Accepted)
            return audit;
        await using (var db = await program.SystemAsync())
        {
            var auditor = await db.Audits.Where(row => row.Id == audit).Select(row => row.AuditorId).SingleAsync(Ct);
            foreach (var item in await db.AuditItems.Where(item => item.AuditId == audit).ToListAsync(Ct))
                (item.Decision, item.DecidedBy, item.DecidedAt) = (AuditDecision.Accepted, auditor, Noon);
            await db.SaveChangesAsync(Ct);
        }
        if (state is AuditState.AwaitingSignOff or AuditState.Signed)
            await workflow.HandInAsync(audit, Ct);
        if (state == AuditState.Signed)
            await SignAsync(scope.ServiceProvider, audit);
        return audit;
    }

    /// <summary>An audit in fieldwork whose requirements are all decided.</summary>
    public Task<Guid> DecidedAsync() => AuditAsync(AuditState.Fieldwork, AuditDecision.Observation);

    public async Task<AuditItem> ItemAsync(Guid audit)
    {
        await using var db = await program.SystemAsync();
        return await db.AuditItems.AsNoTracking().Where(item => item.AuditId == audit && item.RequirementId == "GDPR-28-3").SingleOrDefaultAsync(Ct)
            ?? new AuditItem { Id = Guid.CreateVersion7(), AuditId = audit, ShopId = Guid.CreateVersion7(), RequirementId = "GDPR-28-3" };
    }

    /// <summary>A task that the finding of an audit made.</summary>
    public async Task<RemediationTask> TaskAsync(RemediationState state)
    {
        if (whose == Whose.Nobodys)
            return new RemediationTask { Id = Guid.CreateVersion7() };
        var audit = await AuditAsync(AuditState.Fieldwork);
        await using (var scope = program.Hub.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
            var item = await ItemAsync(audit);
            (item.Decision, item.RootCause, item.Recommendation) = (AuditDecision.Major, "Nobody asked.", "Ask.");
            await scope.ServiceProvider.GetRequiredService<AuditWorkflow>().DecideAsync(item, Ct);
        }
        await using var db = await program.SystemAsync();
        var task = await db.RemediationTasks.SingleAsync(row => row.AuditId == audit, Ct);
        if (state == RemediationState.Open)
            return task;
        var owner = await db.Users.Where(user => user.Email == "manager@demo.example").Select(user => user.Id).SingleAsync(Ct);
        task.OwnerId = state != RemediationState.Done && MayOwn ? person : owner;
        await db.SaveChangesAsync(Ct);
        if (state == RemediationState.Withdrawn)
            return task;
        await StepAsync(db, task.Start);
        task.EvidenceIds = [await FileAsync()];
        await db.SaveChangesAsync(Ct);
        if (state == RemediationState.Done)
            await StepAsync(db, () => task.Finish(owner, Noon, "Done."));
        return task;
    }

    /// <summary>A task that somebody took and nobody began; its finding is taken back when it is no use any more.</summary>
    public async Task<RemediationTask> TakenAsync(bool isOfUse)
    {
        var task = await TaskAsync(RemediationState.Withdrawn);
        if (isOfUse || whose == Whose.Nobodys)
            return task;
        await using var scope = program.Hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        var item = await ItemAsync(task.AuditId);
        (item.Decision, item.Note, item.RootCause, item.Recommendation) = (AuditDecision.Accepted, "It was none.", null, null);
        await scope.ServiceProvider.GetRequiredService<AuditWorkflow>().DecideAsync(item, Ct);
        await using var db = await program.SystemAsync();
        return await db.RemediationTasks.AsNoTracking().SingleAsync(row => row.Id == task.Id, Ct);
    }

    /// <summary>A draft as its editor holds it.</summary>
    public async Task<EditedDraft> EditedAsync()
    {
        var id = await AuditAsync(AuditState.Draft);
        await using var db = await program.SystemAsync();
        var audit = await db.Audits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, Ct) ?? await NewAuditAsync();
        (audit.Title, audit.AuditorId, audit.SignerId) = ("Another title", null, null);
        return new(audit, [], IsNew: false);
    }

    /// <summary>The shop as its profile page holds it.</summary>
    public async Task<Shop> ShopCopyAsync()
    {
        await using var db = await program.SystemAsync();
        var shop = RecordCopy.Of(await db.Shops.AsNoTracking().SingleAsync(one => one.Slug == (whose == Whose.Nobodys ? RoleProgram.SlugOf(Whose.Other) : Slug), Ct));
        shop.Owner = $"Somebody {Guid.NewGuid():N}";
        if (whose == Whose.Nobodys)
            shop.Id = Guid.CreateVersion7();
        return shop;
    }

    public async Task<Guid> FileAsync()
    {
        if (whose == Whose.Nobodys)
            return Guid.CreateVersion7();
        await using var scope = program.Hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        return (await scope.ServiceProvider.GetRequiredService<EvidenceStore>().SaveAsync(new MemoryStream([.. "Proof."u8]), "proof.txt", await ShopAsync(), Ct)).Id;
    }

    public static async Task SignAsync(IServiceProvider services, Guid audit)
    {
        var signing = services.GetRequiredService<SignOffWorkflow>();
        await using var db = await services.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), Ct);
        var items = await db.AuditItems.IgnoreQueryFilters().Where(item => item.AuditId == audit).Select(item => item.Id).ToListAsync(Ct);
        if (await services.GetRequiredService<CurrentActor>().FindAsync() is { IsTrusted: false })
        {
            await signing.SignAsync(audit, "We know of it.", items, "Password", Ct);
            return;
        }
        var signer = await db.Audits.Where(row => row.Id == audit).Select(row => row.SignerId!.Value).SingleAsync(Ct);
        await signing.SignAsync(db, audit, new SignOff { SignedBy = signer, SignedAt = Noon, Proof = "Test", Statement = "We know of it." }, items, seen: null, Ct);
    }

    private bool IsEnded { get; init; }

    // Nobody else can be given a task.
    private bool MayOwn => role.Role is HubRole.Manager or HubRole.PrivacyOfficer or HubRole.Administrator && (whose == Whose.Own || !role.HasOwnShop) && !IsEnded;

    public static UseCaseScene Of(RoleProgram program, Whose whose, RolePerson role, Guid person, bool isEnded) => new(program, whose, role, person) { IsEnded = isEnded };

    private static async Task StepAsync(HubDbContext db, Action step)
    {
        step();
        await db.SaveChangesAsync(Ct);
    }
}
