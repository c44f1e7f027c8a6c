using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Audits;
using ComplianceHub.Tests.Data;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits;

/// <summary>A shop with an activity that has no lawful basis, its third party, and the people of an audit.</summary>
public abstract class AuditFixture(PostgresServer? server) : HubDatabaseFixture(server)
{
    protected const string Proof = "Password and authenticator code";

    protected Guid Officer { get; private set; }
    protected Guid Auditor { get; private set; }
    protected Guid Manager { get; private set; }
    protected Vendor Processor { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Officer, Auditor, Manager) = (await PersonAsync(HubRole.PrivacyOfficer, Shop.Id), await StrangerAsync(), await PersonAsync(HubRole.Manager, Shop.Id));
        Processor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Hotjar Ltd", Country = "MT" });
        await using (var db = await OpenAsync())
        {
            (await db.Shops.SingleAsync(shop => shop.Id == Shop.Id, Ct)).Profile.OffersToEea = Answer.Yes;
            await db.SaveChangesAsync(Ct);
        }
        var activity = await SaveAsync(new ProcessingActivity { ShopId = Shop.Id, Name = "Web analytics", LargeScale = Answer.Yes, Status = ActivityStatus.Active });
        await SaveAsync(new Disclosure { ShopId = Shop.Id, ActivityId = activity.Id, VendorId = Processor.Id, GdprRole = RecipientRole.Processor });
    }

    private protected AuditWorkflow Workflow(Guid person) => ServicesOf<AuditWorkflow>(person);

    private protected SignOffWorkflow SigningBy(Guid person) => ServicesOf<SignOffWorkflow>(person);

    private protected ReportCheck Checks => ServicesOf<ReportCheck>(Officer);

    private protected AuditsQuery Audits(Guid person) => ServicesOf<AuditsQuery>(person);

    private protected AuditQuery Pages(Guid person) => ServicesOf<AuditQuery>(person);

    private protected AuditPeopleQuery People(Guid person) => ServicesOf<AuditPeopleQuery>(person);

    private protected AuditDrafts Drafts(Guid person) => new(ScopeOf(Actor.User(person)).GetRequiredService<HubDb>(), Workflow(person), People(person), Clock);

    private protected AuditStandings StandingsFor(Guid person) => ScopeOf(Actor.User(person)).GetRequiredService<AuditStandings>();

    /// <summary>An audit of the shop as a draft, with a grant for its auditor.</summary>
    protected async Task<Guid> DraftAsync(params Guid[] shops)
    {
        var audit = await Workflow(Officer).PrepareAsync(new Audit
        {
            Title = "Annual privacy audit 2026",
            ShopIds = [.. shops.DefaultIfEmpty(Shop.Id)],
            Regulations = ["GDPR"],
            PeriodFrom = new(2025, 11, 1),
            PeriodUntil = new(2026, 10, 31),
            AuditorId = Auditor,
            SignerId = Manager,
        }, Ct);
        await SaveAsync(new Grant { UserId = Auditor, Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = audit, Until = new(2026, 12, 18) });
        return audit;
    }

    protected async Task<Guid> FrozenAsync()
    {
        var audit = await DraftAsync();
        await Workflow(Officer).BeginFieldworkAsync(audit, Ct);
        return audit;
    }

    protected async Task<Guid> HandedInAsync()
    {
        var audit = await FrozenAsync();
        await DecideAllAsync(audit, _ => { });
        await Workflow(Auditor).HandInAsync(audit, Ct);
        return audit;
    }

    /// <summary>Accepts every requirement, but for what the caller decides otherwise.</summary>
    protected async Task DecideAllAsync(Guid audit, Action<AuditItem> otherwise)
    {
        foreach (var item in await ItemsAsync(audit))
        {
            (item.Decision, item.Note) = (AuditDecision.Accepted, "As computed.");
            otherwise(item);
            await Workflow(Auditor).DecideAsync(item, Ct);
        }
    }

    protected async Task<Guid> SignedAsync()
    {
        var audit = await HandedInAsync();
        await SignAsync(audit);
        return audit;
    }

    protected async Task SignAsync(Guid audit, Guid? person = null)
    {
        var signing = SigningBy(person ?? Manager);
        await signing.SignAsync(audit, "We know of it.", [.. (await signing.BlockersAsync(audit, Ct)).Select(blocker => blocker.Item)], Proof, Ct);
    }

    protected async Task<Audit> StoredAsync(Guid audit)
    {
        await using var db = await OpenAsync();
        return await db.Audits.AsNoTracking().SingleAsync(row => row.Id == audit, Ct);
    }

    protected async Task<List<AuditItem>> ItemsAsync(Guid audit)
    {
        await using var db = await OpenAsync();
        return await db.AuditItems.AsNoTracking().Where(item => item.AuditId == audit).ToListAsync(Ct);
    }

    protected async Task<AuditItem> ItemAsync(Guid audit, string requirement) => (await ItemsAsync(audit)).Single(item => item.RequirementId == requirement);

    private protected T ServicesOf<T>(Guid person)
        where T : class => ActivatorUtilities.CreateInstance<T>(ScopeOf(Actor.User(person)));
}
