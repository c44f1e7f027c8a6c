using System.Data;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Exchange;
using ComplianceHub.Exchange.Transcend;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Exchange;

/// <summary>
/// Brings the files of another tool into the registers of the group: first the plan, which changes nothing, then all
/// of it in one transaction or nothing. The page and the command line both call this.
/// </summary>
public sealed class ImportWorkflow(HubDb hub)
{
    private const string Source = "transcend";

    /// <summary>Whether the actor keeps the registers of the group, and so may import at all.</summary>
    public async Task<bool> IsAllowedAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        return db.Access.MayKeepRegisters(null);
    }

    /// <summary>What importing the files would do now.</summary>
    /// <exception cref="AccessDeniedException">The actor keeps no registers of the group, or may not add the shops.</exception>
    public async Task<ImportPlan> PlanAsync(TranscendFile file, CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        return DemandShops(db, await PlanAsync(db, file, ct));
    }

    /// <summary>Imports the files. Writes nothing, not even to the log, when nothing has changed or anything is wrong.</summary>
    /// <param name="file">What the files state.</param>
    /// <param name="seen">The plan that somebody has looked at; null when nobody has.</param>
    /// <param name="ct">Ends the import; nothing is written then.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="DomainException">The registers have changed since <paramref name="seen"/>, or the database
    /// takes nothing just now.</exception>
    public async Task<ImportPlan> CommitAsync(TranscendFile file, ImportPlan? seen, CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        var plan = DemandShops(db, await PlanAsync(db, file, ct));
        DemandSame(seen, plan);
        if (!plan.Writes)
            return plan;
        try
        {
            // Serialisable: of two imports at the same moment one must see what the other has created.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            var planNow = await PlanAsync(db, file, ct);
            DemandSame(seen, planNow);
            await ApplyAsync(db, planNow, ct);
            await transaction.CommitAsync(ct);
            return planNow;
        }
        catch (Exception exception) when (StorageErrors.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private async Task<HubDbContext> OpenAsync(CancellationToken ct)
    {
        var db = await hub.OpenAsync(ct);
        if (db.Access.MayKeepRegisters(null))
            return db;
        await db.DisposeAsync();
        throw new AccessDeniedException("Importing takes a grant for the group as privacy officer or administrator.");
    }

    // The save would refuse it too, but only after somebody has looked through the whole preview.
    private static ImportPlan DemandShops(HubDbContext db, ImportPlan plan) =>
        db.Access.MayAdminister(null) || !plan.Steps.Any(step => step is { Outcome: ImportOutcome.Created, Planned.Record: Shop })
            ? plan
            : throw new AccessDeniedException("Shops are added by an administrator of the group. Import the activities alone, or ask an administrator.");

    private static async Task<ImportPlan> PlanAsync(HubDbContext db, TranscendFile file, CancellationToken ct)
    {
        var before = new RecordedBefore(Source, await GroupRecordsAsync(db, ct));
        return ImportPlan.Of(TranscendMapping.Records(file, before.IdOf), before, file.Messages);
    }

    private static async Task<List<RegisterRecord>> GroupRecordsAsync(HubDbContext db, CancellationToken ct) =>
    [
        .. await db.LegalEntities.AsNoTracking().ToListAsync(ct),
        .. await db.Shops.AsNoTracking().ToListAsync(ct),
        .. await OfGroupAsync(db.ResponsiblePeople, ct),
        .. await OfGroupAsync(db.Vendors, ct),
        .. await OfGroupAsync(db.DataSystems, ct),
        .. await OfGroupAsync(db.DataElements, ct),
        .. await OfGroupAsync(db.Activities, ct),
    ];

    private static Task<List<T>> OfGroupAsync<T>(IQueryable<T> records, CancellationToken ct)
        where T : OwnedRecord =>
        records.AsNoTracking().Where(record => record.ShopId == null).ToListAsync(ct);

    private static async Task ApplyAsync(HubDbContext db, ImportPlan plan, CancellationToken ct)
    {
        foreach (var step in plan.Steps)
        {
            var planned = step.Planned.Record;
            if (step.Outcome is ImportOutcome.Created)
                db.Add(planned);
            else if (step.Outcome is ImportOutcome.Updated)
                Update((RegisterRecord)(await db.FindAsync(planned.GetType(), [planned.Id], ct))!, step.Planned);
        }
        db.Because("Imported from Transcend");
        await db.SaveChangesAsync(ct);
    }

    private static void Update(RegisterRecord record, PlannedRecord planned)
    {
        RecordContent.Copy(planned.Record, record);
        ((IImported)record).Origin = planned.Origin;
    }

    private static void DemandSame(ImportPlan? seen, ImportPlan now)
    {
        if (seen is not null && !Decisions(seen).SequenceEqual(Decisions(now)))
            throw new DomainException("The registers have changed since you looked at the preview. Look at it again.");
    }

    private static IEnumerable<(ImportOutcome, string, string)> Decisions(ImportPlan plan) =>
        plan.Steps.Select(step => (step.Outcome, step.Planned.Origin.ExternalId, step.Planned.Origin.ImportedHash));
}
