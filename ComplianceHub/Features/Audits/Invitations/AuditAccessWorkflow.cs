using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits.Invitations;

/// <summary>
/// Invites auditors to an audit for named days, changes the days and ends the access: for whoever may prepare the audit.
/// The guard of grants asks the same again at each save.
/// </summary>
public sealed class AuditAccessWorkflow(HubDb hub, Accounts accounts, TimeProvider time)
{
    /// <summary>The detail of an entry that names the person.</summary>
    public const string AuditorDetail = "auditor";

    private DateOnly Today => ShopDay.Of(time.GetUtcNow(), null);

    /// <summary>Every rule that an invitation breaks, at its field; nothing when it may be sent.</summary>
    /// <exception cref="DomainException">The audit is not there, or not the actor's to prepare.</exception>
    public async Task<IReadOnlyList<FieldError>> ErrorsOfAsync(Guid auditId, AuditInvitation invitation, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        await using var db = await hub.OpenAsync(ct);
        return await ErrorsOfAsync(db, await PreparedAsync(db, auditId, ct), invitation, ct);
    }

    /// <summary>Invites somebody.</summary>
    /// <returns>The path of the link with which they choose a password, to be shown once; null when they can sign in
    /// already, or hold more than the actor could give.</returns>
    /// <exception cref="DomainException">A field breaks a rule.</exception>
    /// <exception cref="AccessDeniedException">The audit is not the actor's to prepare.</exception>
    public async Task<string?> InviteAsync(Guid auditId, AuditInvitation invitation, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        await using var db = await hub.OpenAsync(ct);
        var audit = await PreparedAsync(db, auditId, ct);
        if (await ErrorsOfAsync(db, audit, invitation, ct) is [var first, ..])
            throw new DomainException(first.Sentence);
        var person = await accounts.FindOrAddAsync(db, invitation.Email, invitation.Name);
        var (from, until) = invitation.Days;
        db.Add(new Grant { UserId = person.Id, Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = audit.Id, From = from, Until = until, GivenBy = db.Access.UserId });
        if (invitation.Decides)
            audit.AuditorId = person.Id;
        Log(db, audit, "invited", person.Id, invitation.Days);
        db.Because($"Invited an auditor to {audit.Title}");
        await db.SaveChangesAsync(ct);
        return person is { PasswordHash: null, IsDisabled: false } && await AccountAuthority.MayInviteAsync(db, person.Id, ct) ? await LinkAsync(db, person.Id) : null;
    }

    /// <summary>Changes the days.</summary>
    /// <exception cref="DomainException">A day breaks a rule.</exception>
    /// <exception cref="RecordConflictException">Somebody changed them in the meantime.</exception>
    public async Task ChangeAsync(Guid grantId, int version, AuditDays days, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(days);
        await using var db = await hub.OpenAsync(ct);
        var (grant, audit) = await FindAsync(db, grantId, ct);
        if (days.Errors(Today, db.Access.LongestInvitation(audit)).FirstOrDefault() is { } first)
            throw new DomainException(first.Sentence);
        db.Entry(grant).Property(row => row.Version).OriginalValue = version;
        (grant.From, grant.Until) = days;
        Log(db, audit, "changed access", grant.UserId, days);
        db.Because($"Changed the days of an auditor of {audit.Title}");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What is wrong with the days of an invitation, at its field.</summary>
    public async Task<IReadOnlyList<FieldError>> ErrorsOfAsync(Guid grantId, AuditDays days, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(days);
        await using var db = await hub.OpenAsync(ct);
        var (_, audit) = await FindAsync(db, grantId, ct);
        return [.. days.Errors(Today, db.Access.LongestInvitation(audit))];
    }

    /// <summary>Ends the access; it works at the person's next action. The log keeps that it was there.</summary>
    public async Task EndAsync(Guid grantId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var (grant, audit) = await FindAsync(db, grantId, ct);
        db.Remove(grant);
        Log(db, audit, "ended access", grant.UserId, new(grant.From, grant.Until));
        db.Because($"Ended the access of an auditor of {audit.Title}");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Makes another link for somebody who has not taken the invitation.</summary>
    /// <returns>Its path, to be shown once.</returns>
    /// <exception cref="AccessDeniedException">The account holds more than the actor could give.</exception>
    public async Task<string> MakeLinkAsync(Guid grantId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var (grant, audit) = await FindAsync(db, grantId, ct);
        if (!await AccountAuthority.MayInviteAsync(db, grant.UserId, ct))
            throw new AccessDeniedException("This account holds more than you could give, so an administrator makes its link.");
        var link = await LinkAsync(db, grant.UserId);
        Log(db, audit, "made link", grant.UserId, new(grant.From, grant.Until));
        await db.SaveChangesAsync(ct);
        return link;
    }

    private async Task<IReadOnlyList<FieldError>> ErrorsOfAsync(HubDbContext db, Audit audit, AuditInvitation invitation, CancellationToken ct) =>
    [
        .. RecordValidation.Validate(invitation)
            .Concat(invitation.Validate(new(invitation)).SelectMany(result => result.MemberNames.Select(field => new FieldError(invitation, field, result.ErrorMessage!))))
            .Concat(invitation.Days.Errors(Today, db.Access.LongestInvitation(audit)))
            .Concat(await PersonErrorAsync(db, audit, invitation, ct) is { } sentence ? [new FieldError(invitation, nameof(invitation.Email), sentence)] : [])
            .Concat(invitation.Decides && audit.State is not (AuditState.Draft or AuditState.Fieldwork) ? [new FieldError(invitation, nameof(invitation.Decides), "Nobody decides after the audit was handed in.")] : [])
            .DistinctBy(error => error.Field),
    ];

    private static async Task<string?> PersonErrorAsync(HubDbContext db, Audit audit, AuditInvitation invitation, CancellationToken ct)
    {
        var address = invitation.Email.Trim().ToUpperInvariant();
        var person = await db.Users.Where(user => user.NormalizedEmail == address).Select(user => (Guid?)user.Id).SingleOrDefaultAsync(ct);
        return person switch
        {
            null => null,
            _ when person == db.Access.UserId => "This is you. Nobody invites themselves.",
            _ when person == audit.SignerId => "This person signs the audit, and cannot audit it.",
            _ when person == audit.PreparedBy => "This person prepares the audit, and cannot audit it.",
            _ when await db.Grants.IgnoreQueryFilters().AnyAsync(grant => grant.AuditId == audit.Id && grant.UserId == person, ct) => "This person is invited already. Change the days in the list.",
            _ => null,
        };
    }

    private static async Task<Audit> PreparedAsync(HubDbContext db, Guid auditId, CancellationToken ct)
    {
        var audit = await AuditLookup.AuditAsync(db, auditId, ct);
        return db.Access.MayPrepare(audit) ? audit : throw new AccessDeniedException("Auditors are invited by a privacy officer or administrator of all the audit’s shops.");
    }

    private static async Task<(Grant Grant, Audit Audit)> FindAsync(HubDbContext db, Guid grantId, CancellationToken ct)
    {
        var grant = await db.Grants.IgnoreQueryFilters().SingleOrDefaultAsync(row => row.Id == grantId && row.Scope == GrantScope.Audit, ct);
        // To an audit that the actor may not see, it is as if there were none.
        return grant?.AuditId is { } audit && await db.Audits.AnyAsync(row => row.Id == audit, ct) ? (grant, await PreparedAsync(db, audit, ct)) : throw new DomainException("This invitation is not there any more.");
    }

    private async Task<string> LinkAsync(HubDbContext db, Guid person) => HubUrls.AcceptInvitation(person, await accounts.InviteAsync(db, person));

    // In the log of every shop, for those who keep its registers; the grant itself is in the log of the system.
    private static void Log(HubDbContext db, Audit audit, string action, Guid person, AuditDays days)
    {
        var details = new Dictionary<string, string> { [AuditorDetail] = person.ToString("D") };
        if (days.From is { } from)
            details["from"] = $"{from:yyyy-MM-dd}";
        if (days.Until is { } until)
            details["until"] = $"{until:yyyy-MM-dd}";
        foreach (var shop in audit.ShopIds)
            db.Log(new AuditLogEvent(ChainId.OfShop(shop), action, nameof(Audit), audit.Id.ToString("D")) { Details = details });
    }
}
