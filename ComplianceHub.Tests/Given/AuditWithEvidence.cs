using System.Text;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Audits;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Given;

/// <summary>Audits of the running program's demo, with a PDF, a picture and a text as evidence of agreements.</summary>
internal sealed class AuditWithEvidence(HubApplication hub)
{
    /// <summary>A requirement that is checked with agreements, and so has evidence beside it.</summary>
    public const string Requirement = "GDPR-28-3";

    /// <summary>A picture of one pixel.</summary>
    public static byte[] Picture { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An audit in fieldwork.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="auditor">What stands before the @ of the address of whoever audits.</param>
    /// <param name="until">The last day of the auditor's access to it; null gives them none.</param>
    /// <param name="shops">The short names of its shops.</param>
    public async Task<Guid> InFieldworkAsync(string title, string auditor, DateOnly? until, params string[] shops)
    {
        await using var scope = Scope();
        await using var db = await OpenAsync(scope);
        var ids = (await db.Shops.Where(shop => shops.Contains(shop.Slug)).ToListAsync(Ct)).OrderBy(shop => Array.IndexOf(shops, shop.Slug)).Select(shop => shop.Id).ToList();
        var people = await db.Users.ToDictionaryAsync(person => person.Email!.Split('@')[0], person => person.Id, Ct);
        foreach (var shop in ids)
            await AttachAsync(scope, shop);
        var workflow = scope.ServiceProvider.GetRequiredService<AuditWorkflow>();
        var audit = await workflow.PrepareAsync(new Audit
        {
            Title = title,
            ShopIds = ids,
            Regulations = ["GDPR", "CCPA"],
            PeriodFrom = new(2025, 11, 1),
            PeriodUntil = new(2026, 10, 31),
            PreparedBy = people["officer"],
            AuditorId = people[auditor],
            SignerId = people["manager"],
        }, Ct);
        await workflow.BeginFieldworkAsync(audit, Ct);
        if (until is not null)
            await GrantAsync(people[auditor], audit, until.Value);
        return audit;
    }

    /// <summary>Gives the demo's auditor access to one audit.</summary>
    public async Task GrantAuditorAsync(Guid audit)
    {
        Guid auditor;
        await using (var scope = Scope())
        await using (var db = await OpenAsync(scope))
            auditor = await db.Users.Where(person => person.Email!.StartsWith("auditor@")).Select(person => person.Id).SingleAsync(Ct);
        await GrantAsync(auditor, audit, new(2026, 12, 18));
    }

    /// <summary>Gives somebody access to one audit.</summary>
    public async Task<Guid> GrantAsync(Guid person, Guid audit, DateOnly until)
    {
        await using var scope = Scope();
        await using var db = await OpenAsync(scope);
        var grant = new Grant { UserId = person, Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = audit, Until = until };
        db.Add(grant);
        await db.SaveChangesAsync(Ct);
        return grant.Id;
    }

    /// <summary>The item of a requirement in an audit.</summary>
    public async Task<AuditItem> ItemAsync(Guid audit, string requirement = Requirement)
    {
        await using var scope = Scope();
        await using var db = await OpenAsync(scope);
        return await db.AuditItems.AsNoTracking().FirstAsync(item => item.AuditId == audit && item.RequirementId == requirement, Ct);
    }

    /// <summary>The evidence of a shop with an ending.</summary>
    public async Task<EvidenceFile> FileAsync(string slug, string ending)
    {
        await using var scope = Scope();
        await using var db = await OpenAsync(scope);
        return await db.EvidenceFiles.AsNoTracking().FirstAsync(file => file.FileName.EndsWith(ending) && db.Shops.Any(shop => shop.Id == file.ShopId && shop.Slug == slug), Ct);
    }

    // The agreements with three processors get a file each.
    private static async Task AttachAsync(AsyncServiceScope scope, Guid shop)
    {
        await using var db = await OpenAsync(scope);
        var store = scope.ServiceProvider.GetRequiredService<EvidenceStore>();
        var activity = new ProcessingActivity { ShopId = shop, Name = "Shipping of orders", Status = ActivityStatus.Active };
        db.Add(activity);
        foreach (var (name, bytes) in new[] { ("pickpack-avv-2023-12-14.pdf", await PdfAsync(scope, shop)), ("pickpack-annex.png", Picture), ("pickpack-mail.txt", Encoding.UTF8.GetBytes("We accept the terms.\n")) })
        {
            var vendor = new Vendor { ShopId = shop, LegalName = $"PickPack 3PL ({Path.GetExtension(name)})", Country = "DE" };
            var file = await store.AddAsync(db, new MemoryStream(bytes), name, shop, Ct);
            db.AddRange(
                vendor,
                new Disclosure { ShopId = shop, ActivityId = activity.Id, VendorId = vendor.Id, GdprRole = RecipientRole.Processor },
                new Agreement { ShopId = shop, VendorId = vendor.Id, Kind = AgreementKind.DataProcessingAgreement, SignedOn = new(2023, 12, 14), EvidenceId = file.Id });
        }
        await db.SaveChangesAsync(Ct);
    }

    private static async Task<byte[]> PdfAsync(AsyncServiceScope scope, Guid shop)
    {
        var snapshot = await scope.ServiceProvider.GetRequiredService<ShopSnapshots>().LoadAsync(shop, asOf: null, Ct);
        return ReportCatalogue.All[0].Compose(snapshot!, PageSize.A4).ToPdf(scope.ServiceProvider.GetRequiredService<ReportFonts>());
    }

    private AsyncServiceScope Scope()
    {
        var scope = hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        return scope;
    }

    private static Task<HubDbContext> OpenAsync(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Ct);
}
