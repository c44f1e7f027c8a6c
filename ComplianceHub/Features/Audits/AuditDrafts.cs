using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>A draft, or the people of an audit in fieldwork, open in the editor: a copy, so that nothing is half written.</summary>
/// <param name="Audit">The copy that the fields bind to.</param>
/// <param name="Shops">The shops of the draft by name, as far as the reader may see them.</param>
/// <param name="IsNew">Whether it was never saved.</param>
public sealed record EditedDraft(Audit Audit, IReadOnlyList<NamedShop> Shops, bool IsNew)
{
    /// <summary>Whether nothing but its people can be changed, because its shops are frozen.</summary>
    public bool IsFrozen => Audit.State != AuditState.Draft;
}

/// <summary>Scope and people of an audit until its shops are frozen, and from then on its people until it is handed in.</summary>
public sealed class AuditDrafts(HubDb hub, AuditWorkflow workflow, AuditPeopleQuery people, TimeProvider time)
{
    /// <summary>How many shops are offered at once; the others are found by their name.</summary>
    public const int MostOffered = 20;

    /// <summary>A new draft of whoever is signed in: of the last twelve months, or of the scope of another audit.</summary>
    /// <param name="like">The audit whose scope it takes over; null for none.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The draft; null when the person may prepare no audit.</returns>
    public async Task<EditedDraft?> NewAsync(Guid? like, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        if (!MayPrepareSome(db.Access))
            return null;
        var today = ShopDay.Of(time.GetUtcNow(), null);
        var draft = new Audit
        {
            PreparedBy = db.Access.UserId ?? Guid.Empty,
            Regulations = [.. Regulations.All.Select(regulation => regulation.Id)],
            PeriodFrom = today.AddYears(-1).AddDays(1),
            PeriodUntil = today,
        };
        if (like is { } other && await db.Audits.AsNoTracking().SingleOrDefaultAsync(audit => audit.Id == other, ct) is { } earlier)
        {
            (draft.Title, draft.ShopIds, draft.Regulations) = (earlier.Title, [.. earlier.ShopIds.Where(shop => db.Access.MayKeepRegisters(shop))], [.. earlier.Regulations]);
            (draft.AuditorId, draft.SignerId) = (earlier.AuditorId, earlier.SignerId == draft.PreparedBy ? null : earlier.SignerId);
        }
        else if (await Preparable(db, null).Take(2).ToListAsync(ct) is [var only])
        {
            draft.ShopIds = [only.Id];
        }
        var edited = new EditedDraft(draft, await ShopsAsync(db, draft, ct), IsNew: true);
        // Whoever cannot take their part any more is not taken over.
        var possible = await people.OfAsync(draft.ShopIds, null, ct);
        draft.AuditorId = possible.Auditors.Any(person => person.Id == draft.AuditorId) ? draft.AuditorId : null;
        draft.SignerId = possible.Signers.Any(person => person.Id == draft.SignerId) ? draft.SignerId : null;
        return edited;
    }

    /// <summary>A draft, or an audit in fieldwork; null when there is none of that id that the person
    /// may prepare, and for whoever is to sign it.</summary>
    public async Task<EditedDraft?> FindAsync(Guid auditId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var draft = await db.Audits.AsNoTracking().SingleOrDefaultAsync(audit => audit.Id == auditId && (audit.State == AuditState.Draft || audit.State == AuditState.Fieldwork), ct);
        return draft is not null && db.Access.MayPrepare(draft) && draft.SignerId != db.Access.UserId
            ? new(draft, await ShopsAsync(db, draft, ct), IsNew: false)
            : null;
    }

    /// <summary>The shops whose name contains a text and that the person may prepare an audit of, by name.</summary>
    public async Task<IReadOnlyList<NamedShop>> OfferedAsync(string? search, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        return await Preparable(db, search).Take(MostOffered).ToListAsync(ct);
    }

    /// <summary>Every rule that a draft breaks, at its field; nothing when it may be saved.</summary>
    public async Task<IReadOnlyList<FieldError>> ErrorsOfAsync(EditedDraft edited, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(edited);
        var audit = edited.Audit;
        var possible = await people.OfAsync(audit.ShopIds, edited.IsNew ? null : audit.Id, ct);
        return
        [
            .. RecordValidation.Validate(audit)
                // The rules across fields are told even while a field by itself is wrong.
                .Concat(audit.Validate(new(audit)).SelectMany(result => result.MemberNames.Select(field => new FieldError(audit, field, result.ErrorMessage!))))
                .Concat(audit.ShopIds.Count == 0 ? [] : possible.ErrorsOf(audit))
                .Concat(edited.IsFrozen ? Vacant(audit) : [])
                .DistinctBy(error => error.Field),
        ];
    }

    // A draft may wait for its people; what is frozen has them.
    private static IEnumerable<FieldError> Vacant(Audit audit)
    {
        if (audit.AuditorId is null)
            yield return new(audit, nameof(Audit.AuditorId), "Choose who audits.");
        if (audit.SignerId is null)
            yield return new(audit, nameof(Audit.SignerId), "Choose the manager who will sign.");
    }

    /// <summary>Saves a draft, a new one as prepared by whoever is signed in; of an audit in fieldwork its people.</summary>
    /// <returns>The audit's id.</returns>
    /// <exception cref="DomainException">A field breaks a rule.</exception>
    /// <exception cref="RecordConflictException">Somebody changed it in the meantime.</exception>
    public async Task<Guid> SaveAsync(EditedDraft edited, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(edited);
        if (await ErrorsOfAsync(edited, ct) is [var first, ..])
            throw new DomainException(first.Sentence);
        if (edited.IsNew)
            return await workflow.PrepareAsync(edited.Audit, ct);
        await using var db = await hub.OpenAsync(ct);
        var audit = await AuditLookup.AuditAsync(db, edited.Audit.Id, ct);
        db.Entry(audit).Property(row => row.Version).OriginalValue = edited.Audit.Version;
        if (edited.IsFrozen)
        {
            audit.Reassign(edited.Audit.AuditorId, edited.Audit.SignerId);
            db.Because("Gave the part of auditor or signer to somebody else");
        }
        else
        {
            Take(edited.Audit, audit);
        }
        await db.SaveChangesAsync(ct);
        return audit.Id;
    }

    /// <summary>Deletes a draft. The log keeps that it was there.</summary>
    /// <exception cref="DomainException">It is no draft any more, or not the person's to delete.</exception>
    public async Task DeleteAsync(Guid auditId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var audit = await AuditLookup.AuditAsync(db, auditId, ct);
        db.Remove(audit);
        db.RemoveRange(await db.Grants.IgnoreQueryFilters().Where(grant => grant.AuditId == auditId).ToListAsync(ct));
        db.Because($"Deleted the draft {audit.Title}");
        await db.SaveChangesAsync(ct);
    }

    private static void Take(Audit edited, Audit audit)
    {
        (audit.Title, audit.ShopIds, audit.Regulations) = (edited.Title.Trim(), [.. edited.ShopIds], [.. edited.Regulations]);
        (audit.PeriodFrom, audit.PeriodUntil) = (edited.PeriodFrom, edited.PeriodUntil);
        (audit.AuditorId, audit.SignerId) = (edited.AuditorId, edited.SignerId);
    }

    private static bool MayPrepareSome(Access access) => access.MayKeepRegisters(null) || access.RegisterShops.Any(shop => access.MayKeepRegisters(shop));

    private static IQueryable<NamedShop> Preparable(HubDbContext db, string? search)
    {
        var shops = db.Shops.AsNoTracking().Where(shop => shop.RetiredOn == null);
        if (!db.Access.MayKeepRegisters(null))
        {
            List<Guid> kept = [.. db.Access.RegisterShops.Where(shop => db.Access.MayKeepRegisters(shop))];
            shops = shops.Where(shop => kept.Contains(shop.Id));
        }
        if (!string.IsNullOrWhiteSpace(search))
        {
            var folded = SortKey.Of(search).Trim();
            shops = shops.Where(shop => EF.Property<string>(shop, SortKey.Column).Contains(folded));
        }
        return shops.OrderBy(shop => EF.Property<string>(shop, SortKey.Column)).ThenBy(shop => shop.Id).Select(shop => new NamedShop(shop.Id, shop.Slug, shop.Name));
    }

    private static async Task<IReadOnlyList<NamedShop>> ShopsAsync(HubDbContext db, Audit draft, CancellationToken ct) =>
        await db.Shops.AsNoTracking().Where(shop => draft.ShopIds.Contains(shop.Id)).OrderBy(shop => EF.Property<string>(shop, SortKey.Column))
            .Select(shop => new NamedShop(shop.Id, shop.Slug, shop.Name)).ToListAsync(ct);
}
