using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits.Invitations;

/// <summary>Somebody who is invited to an audit.</summary>
/// <param name="GrantId">Their grant.</param>
/// <param name="Version">For the lost race.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="Days">The days on which the audit is open to them.</param>
/// <param name="Standing">How they stand today, in words.</param>
/// <param name="IsAuditor">Whether they decide on the requirements.</param>
/// <param name="IsOwn">Whether it is the reader, who cannot change it.</param>
/// <param name="AwaitsPassword">Whether they have not taken the invitation yet.</param>
public sealed record AuditAccessRow(Guid GrantId, int Version, string Name, string Email, AuditDays Days, string Standing, bool IsAuditor, bool IsOwn, bool AwaitsPassword);

/// <summary>Who is invited to an audit, for whoever may prepare it.</summary>
/// <param name="Rows">By name.</param>
/// <param name="MayName">Whether somebody can still be made its auditor: until it is handed in.</param>
/// <param name="HasAuditor">Whether it has one.</param>
/// <param name="Today">Today in UTC, by which invitations begin and end.</param>
public sealed record AuditAccessView(IReadOnlyList<AuditAccessRow> Rows, bool MayName, bool HasAuditor, DateOnly Today);

/// <summary>Reads who is invited to an audit.</summary>
public sealed class AuditAccessQuery(HubDb hub, TimeProvider time)
{
    /// <summary>Who is invited; null when there is no such audit that the actor may prepare.</summary>
    public async Task<AuditAccessView?> FindAsync(Guid auditId, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        if (await db.Audits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == auditId, ct) is not { } audit || !db.Access.MayPrepare(audit))
            return null;
        var today = ShopDay.Of(time.GetUtcNow(), null);
        // Grants are the administrators' to read; those for an audit are also its preparers'.
        var invited = await (
            from grant in db.Grants.IgnoreQueryFilters().AsNoTracking()
            where grant.AuditId == auditId
            join person in db.Users on grant.UserId equals person.Id
            orderby person.DisplayName, person.Id
            select new { Grant = grant, Person = person }).ToListAsync(ct);
        return new(
            [.. invited.Select(one => Row(one.Grant, one.Person, audit, today, db.Access.UserId))],
            audit.State is AuditState.Draft or AuditState.Fieldwork,
            audit.AuditorId is not null,
            today);
    }

    private static AuditAccessRow Row(Grant grant, HubUser person, Audit audit, DateOnly today, Guid? reader) => new(
        grant.Id, grant.Version, person.DisplayName, person.Email ?? "", new(grant.From, grant.Until), Standing(grant, person, today),
        person.Id == audit.AuditorId, person.Id == reader, person is { PasswordHash: null, IsDisabled: false });

    private static string Standing(Grant grant, HubUser person, DateOnly today) => person switch
    {
        { IsDisabled: true } => "Account disabled",
        _ when grant.HasEndedOn(today) => "Ended",
        { PasswordHash: null } => "Invited, has no password yet",
        _ when !grant.HoldsOn(today) => "Not yet open",
        _ => "Open",
    };
}
