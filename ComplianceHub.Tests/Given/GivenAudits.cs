using System.Collections.Concurrent;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Given;

/// <summary>
/// Audits of the demo's shops, one for each step, made through the same workflows as the pages: prepared by the officer,
/// audited by the auditor from outside, signed by the manager. One signature has gone stale since.
/// </summary>
internal sealed class GivenAudits
{
    private const string Officer = "officer", Auditor = "auditor", Manager = "manager";
    private static readonly ConcurrentDictionary<HubApplication, Lazy<Task<GivenAudits>>> Made = new();

    private readonly IServiceProvider _services;

    private GivenAudits(IServiceProvider services) => _services = services;

    public Guid Draft { get; private set; }
    public Guid Fieldwork { get; private set; }
    public Guid Awaiting { get; private set; }
    public Guid Stale { get; private set; }
    public Guid Current { get; private set; }

    /// <summary>The audits of a program, made once.</summary>
    public static Task<GivenAudits> OfAsync(HubApplication hub) =>
        Made.GetOrAdd(hub, program => new(() => new GivenAudits(program.Services).MakeAsync())).Value;

    /// <summary>Makes audits of a program one by one.</summary>
    public static GivenAudits In(HubApplication hub) => new(hub.Services);

    /// <summary>The audit that shows most on a page of this route.</summary>
    public Guid For(string route) => route.Split('/')[^1] switch
    {
        "edit" => Draft,
        "fieldwork" => Fieldwork,
        "sign-off" => Awaiting,
        _ => Stale,
    };

    /// <summary>Prepares an audit as the officer and invites its auditor.</summary>
    public async Task<Guid> PrepareAsync(string title, string[] shops, string signer = Manager)
    {
        await using var db = await SystemAsync();
        var audit = new Audit
        {
            Title = title,
            ShopIds = await db.Shops.Where(shop => shops.Contains(shop.Slug)).Select(shop => shop.Id).ToListAsync(),
            Regulations = ["GDPR", "CCPA"],
            PeriodFrom = new(2025, 11, 1),
            PeriodUntil = new(2026, 10, 31),
            AuditorId = await PersonAsync(db, Auditor),
            SignerId = await PersonAsync(db, signer),
        };
        await AsAsync<AuditWorkflow>(Officer, workflow => workflow.PrepareAsync(audit));
        db.Add(new Grant { UserId = audit.AuditorId.Value, Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = audit.Id });
        await db.SaveChangesAsync();
        return audit.Id;
    }

    /// <summary>Freezes its shops.</summary>
    public async Task<Guid> FreezeAsync(Guid audit)
    {
        await AsAsync<AuditWorkflow>(Officer, workflow => workflow.BeginFieldworkAsync(audit));
        return audit;
    }

    /// <summary>Decides on every requirement and hands it in.</summary>
    public async Task<Guid> HandInAsync(Guid audit)
    {
        await DecideAsync(audit);
        await AsAsync<AuditWorkflow>(Auditor, workflow => workflow.HandInAsync(audit));
        return audit;
    }

    /// <summary>Decides on every requirement that is open.</summary>
    public async Task DecideAsync(Guid audit)
    {
        List<AuditItem> items;
        await using (var db = await SystemAsync())
            items = await db.AuditItems.AsNoTracking().Where(item => item.AuditId == audit && item.Decision == AuditDecision.Open).OrderBy(item => item.RequirementId).ToListAsync();
        foreach (var item in items)
        {
            (item.Decision, item.Note) = (item.RequirementId == "GDPR-44" ? AuditDecision.Major : AuditDecision.Accepted, "As computed.");
            (item.RootCause, item.Recommendation) = item.IsFinding ? ("Support moved abroad before the clauses were signed.", "Sign the clauses, or end the access.") : (null, null);
            await AsAsync<AuditWorkflow>(Auditor, workflow => workflow.DecideAsync(item));
        }
    }

    /// <summary>Says something about its first requirement, as the officer.</summary>
    public async Task CommentAsync(Guid audit, string text)
    {
        Guid item;
        await using (var db = await SystemAsync())
            item = await db.AuditItems.Where(one => one.AuditId == audit).OrderBy(one => one.RequirementId).Select(one => one.Id).FirstAsync();
        await AsAsync<AuditWorkflow>(Officer, workflow => workflow.CommentAsync(item, text));
    }

    /// <summary>Signs it.</summary>
    public async Task<Guid> SignAsync(Guid audit, string signer = Manager)
    {
        await AsAsync<SignOffWorkflow>(signer, async signing => await signing.SignAsync(
            audit, "We know of the blockers and end the access until the clauses are signed.",
            [.. (await signing.BlockersAsync(audit)).Select(blocker => blocker.Item)], "Password"));
        return audit;
    }

    /// <summary>Changes a record of the shop as the officer: its signature goes stale.</summary>
    public async Task ChangeVendorAsync(string shop, string vendor, Action<ComplianceHub.Domain.Registers.Vendor> change)
    {
        await using var scope = Scope(await PersonAsync(Officer));
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync();
        var shopId = await db.Shops.Where(one => one.Slug == shop).Select(one => one.Id).SingleAsync();
        change(await db.Vendors.SingleAsync(one => one.LegalName == vendor && (one.ShopId == shopId || one.ShopId == null)));
        db.Because("The seat was entered wrongly");
        await db.SaveChangesAsync();
    }

    private async Task<GivenAudits> MakeAsync()
    {
        Stale = await SignAsync(await HandInAsync(await FreezeAsync(await PrepareAsync("Annual privacy audit 2025", ["fjord-and-fable"]))));
        Current = await SignAsync(await HandInAsync(await FreezeAsync(await PrepareAsync("Olive Row privacy audit", ["olive-row"]))));
        string vendor;
        await using (var db = await SystemAsync())
        {
            var shopId = await db.Shops.Where(one => one.Slug == "fjord-and-fable").Select(one => one.Id).SingleAsync();
            vendor = await db.Disclosures.Where(one => one.ShopId == shopId).Join(db.Vendors.Where(one => one.ShopId == shopId), one => one.VendorId, one => one.Id, (_, one) => one.LegalName).OrderBy(name => name).FirstAsync();
        }
        await ChangeVendorAsync("fjord-and-fable", vendor, record => (record.Country, record.LegalName) = ("IS", record.LegalName + " ehf."));
        Awaiting = await HandInAsync(await FreezeAsync(await PrepareAsync("Annual privacy audit 2026", ["fjord-and-fable"])));
        Fieldwork = await FreezeAsync(await PrepareAsync("Two shops before the season", ["northwind-corner", "olive-row"]));
        Draft = await PrepareAsync("Winter check", ["northwind-corner"]);
        return this;
    }

    private async Task AsAsync<T>(string person, Func<T, Task> act)
        where T : notnull
    {
        await using var scope = Scope(await PersonAsync(person));
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    private AsyncServiceScope Scope(Guid person)
    {
        var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.User(person));
        return scope;
    }

    private async Task<Guid> PersonAsync(string account)
    {
        await using var db = await SystemAsync();
        return await PersonAsync(db, account);
    }

    private static Task<Guid> PersonAsync(HubDbContext db, string account) =>
        db.Users.Where(user => user.Email == account + DemoPeople.AddressEnd).Select(user => user.Id).SingleAsync();

    private async Task<HubDbContext> SystemAsync() =>
        await _services.CreateScope().ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), CancellationToken.None);
}
