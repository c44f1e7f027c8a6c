using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>A person who may take a part in an audit.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Their name.</param>
public sealed record AuditPerson(Guid Id, string Name);

/// <summary>Who may take which part in an audit.</summary>
/// <param name="Auditors">Who may audit: they read the registers of all its shops, or are invited to this audit.</param>
/// <param name="Signers">Who may sign: managers of all its shops.</param>
public sealed record AuditPeople(IReadOnlyList<AuditPerson> Auditors, IReadOnlyList<AuditPerson> Signers)
{
    /// <summary>Nobody, while no shop is chosen.</summary>
    public static AuditPeople None { get; } = new([], []);

    /// <summary>Which part of an audit is given to somebody who may not take it: the field, and why.</summary>
    public IEnumerable<FieldError> ErrorsOf(Audit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        if (audit.AuditorId is { } auditor && Auditors.All(person => person.Id != auditor))
            yield return new(audit, nameof(Audit.AuditorId), "This person does not read the registers of all the shops and is not invited to this audit. Choose somebody else.");
        if (audit.SignerId is { } signer && Signers.All(person => person.Id != signer))
            yield return new(audit, nameof(Audit.SignerId), "This person is no manager of all the shops. Choose somebody else.");
    }
}

/// <summary>Finds the people of an audit by their grants.</summary>
public sealed class AuditPeopleQuery(HubDb hub, TimeProvider time)
{
    private static readonly Actor Reader = Actor.System("people of an audit");

    /// <summary>Who may take a part in an audit of some shops. Only whoever may prepare it is told.</summary>
    /// <param name="shops">The shops.</param>
    /// <param name="auditId">The audit, for those who are invited to it; null while it is new.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<AuditPeople> OfAsync(IReadOnlyList<Guid> shops, Guid? auditId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(shops);
        await using (var db = await hub.OpenAsync(ct))
        {
            if (shops.Count == 0 || !shops.All(shop => db.Access.MayKeepRegisters(shop)))
                return AuditPeople.None;
        }
        return await OfGrantsAsync(shops, auditId, ct);
    }

    // Grants are the administrators' to read; who may take a part is the preparer's to know.
    private async Task<AuditPeople> OfGrantsAsync(IReadOnlyList<Guid> shops, Guid? auditId, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(Reader, ct);
        var zones = await db.Shops.Where(shop => shops.Contains(shop.Id)).ToDictionaryAsync(shop => shop.Id, shop => shop.TimeZone, ct);
        var grants = await db.Grants.AsNoTracking().Where(grant => grant.Scope == GrantScope.Group
            || (grant.ShopId != null && shops.Contains(grant.ShopId.Value)) || (auditId != null && grant.AuditId == auditId)).ToListAsync(ct);
        // Who is invited for later days is named today.
        var holding = grants.Where(grant => !grant.HasEndedOn(ShopDay.Of(time.GetUtcNow(), grant.ShopId is { } shop ? zones.GetValueOrDefault(shop) : null))).ToLookup(grant => grant.UserId);
        List<Guid> ids = [.. holding.Select(person => person.Key)];
        var people = await db.Users.Where(user => ids.Contains(user.Id) && !(user.LockoutEnd >= HubUser.Never))
            .OrderBy(user => user.DisplayName).Select(user => new AuditPerson(user.Id, user.DisplayName)).ToListAsync(ct);
        return new(
            [.. people.Where(person => holding[person.Id].Any(grant => grant.Scope == GrantScope.Audit) || HoldsForAll(holding[person.Id], shops, role => role != HubRole.Auditor))],
            [.. people.Where(person => HoldsForAll(holding[person.Id], shops, role => role == HubRole.Manager))]);
    }

    private static bool HoldsForAll(IEnumerable<Grant> grants, IReadOnlyList<Guid> shops, Func<HubRole, bool> suits)
    {
        var suiting = grants.Where(grant => suits(grant.Role)).ToList();
        return suiting.Exists(grant => grant.Scope == GrantScope.Group) || shops.All(shop => suiting.Exists(grant => grant.ShopId == shop));
    }
}
