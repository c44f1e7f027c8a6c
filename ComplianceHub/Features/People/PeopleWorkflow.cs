using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.People;

/// <summary>
/// Invites people, gives and takes grants, makes links, shuts accounts. Nobody changes their own, nobody gives more than
/// they hold, and nobody decides about an account that holds more than they could give.
/// </summary>
public sealed class PeopleWorkflow(HubDb hub, Accounts accounts, TimeProvider time)
{
    private const string MoreThanYouHold = "You cannot do this: it is your own account, or one that holds more than you could give.";

    /// <summary>Invites a person with a first grant.</summary>
    /// <returns>The link's path, to be shown once; null when the person got the grant alone: they can sign in already, or
    /// hold more than the actor could give, and whoever has the link to an account has all that it holds.</returns>
    /// <exception cref="AccessDeniedException">The grant is more than the actor holds.</exception>
    /// <exception cref="DomainException">The grant's end is over.</exception>
    public async Task<string?> InviteAsync(GrantChoice choice, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        await using var db = await hub.OpenAsync(ct);
        await DemandAsync(db, choice.For(Guid.Empty, null), ct);
        var person = await accounts.FindOrAddAsync(db, choice.Email, choice.Name);
        db.Add(choice.For(person.Id, db.Access.UserId));
        db.Log(Happened("invited", person.Id));
        await db.SaveChangesAsync(ct);
        return person is { PasswordHash: null, IsDisabled: false } && await AccountAuthority.MayManageAsync(db, person.Id, ct)
            ? await LinkAsync(db, person.Id) : null;
    }

    /// <summary>Gives a person another grant.</summary>
    /// <exception cref="AccessDeniedException">It is the actor's own, or more than they hold.</exception>
    /// <exception cref="DomainException">The grant's end is over.</exception>
    public async Task GiveAsync(Guid person, GrantChoice choice, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        await using var db = await hub.OpenAsync(ct);
        var grant = choice.For(person, db.Access.UserId);
        await DemandAsync(db, grant, ct);
        db.Add(grant);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Changes role and end of a grant; its place stays.</summary>
    /// <exception cref="AccessDeniedException">It is the actor's own, or more than they hold, before or after.</exception>
    /// <exception cref="RecordConflictException">Somebody changed it in the meantime.</exception>
    public async Task ChangeAsync(Guid grantId, int version, GrantChoice choice, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        await using var db = await hub.OpenAsync(ct);
        var grant = await FindGrantAsync(db, grantId, ct);
        db.Entry(grant).Property(row => row.Version).OriginalValue = version;
        (grant.Role, grant.Until) = (choice.Role, choice.Until);
        await DemandAsync(db, grant, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes a grant away; it works at the person's next action. The log keeps that it was there.</summary>
    /// <exception cref="AccessDeniedException">It is the actor's own, or more than they hold.</exception>
    public async Task TakeAwayAsync(Guid grantId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        db.Remove(await FindGrantAsync(db, grantId, ct));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Makes a link with which a person chooses a password: the first, or another one. It works once.</summary>
    /// <returns>The link's path, to be shown once.</returns>
    /// <exception cref="AccessDeniedException">The account holds more than the actor could give.</exception>
    public async Task<string> MakeLinkAsync(Guid person, CancellationToken ct = default)
    {
        await using var db = await OpenForAsync(person, ct);
        var link = await LinkAsync(db, person);
        db.Log(Happened("made link", person));
        await db.SaveChangesAsync(ct);
        return link;
    }

    /// <summary>Shuts an account or opens it again. Shutting works at the person's next action.</summary>
    /// <exception cref="AccessDeniedException">The account holds more than the actor could give.</exception>
    public async Task SetDisabledAsync(Guid person, bool isDisabled, CancellationToken ct = default)
    {
        await using var db = await OpenForAsync(person, ct);
        await WithPersonAsync(db, person, async (people, user) =>
        {
            Accounts.Demand(await people.SetLockoutEndDateAsync(user, isDisabled ? HubUser.Never : null));
            Accounts.Demand(await people.UpdateSecurityStampAsync(user));
            return true;
        });
        db.Log(Happened(isDisabled ? "disabled" : "enabled", person));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Removes the second factor and the passkeys of a person who lost phone and recovery codes; their sessions end.</summary>
    /// <exception cref="AccessDeniedException">The account holds more than the actor could give.</exception>
    public async Task RemoveSecondFactorAsync(Guid person, CancellationToken ct = default)
    {
        await using var db = await OpenForAsync(person, ct);
        await WithPersonAsync(db, person, async (people, user) =>
        {
            Accounts.Demand(await people.SetTwoFactorEnabledAsync(user, false));
            Accounts.Demand(await people.ResetAuthenticatorKeyAsync(user));
            foreach (var passkey in await people.GetPasskeysAsync(user))
                Accounts.Demand(await people.RemovePasskeyAsync(user, passkey.CredentialId));
            return true;
        });
        db.Log(Happened("removed second factor", person));
        await db.SaveChangesAsync(ct);
    }

    private static AuditLogEvent Happened(string action, Guid person) => new(ChainId.System, action, "Person", person.ToString());

    private async Task<HubDbContext> OpenForAsync(Guid person, CancellationToken ct)
    {
        var db = await hub.OpenAsync(ct);
        if (await AccountAuthority.MayManageAsync(db, person, ct))
            return db;
        await db.DisposeAsync();
        throw new AccessDeniedException(MoreThanYouHold);
    }

    // The save asks the same again; asked first, nothing else is written before it refuses.
    private async Task DemandAsync(HubDbContext db, Grant grant, CancellationToken ct)
    {
        if (!db.Access.MayGive(grant))
            throw new AccessDeniedException("You cannot give this grant: it is your own, for longer, or more than you hold.");
        if (grant is { Role: HubRole.Auditor, Scope: not GrantScope.Audit } && db.Entry(grant).State is not EntityState.Modified and not EntityState.Unchanged)
            throw new AccessDeniedException("An auditor is invited to an audit, on the audit’s page: there is no grant as auditor of a shop or of the group.");
        var zone = grant.ShopId is null ? null : await db.Shops.Where(shop => shop.Id == grant.ShopId).Select(shop => shop.TimeZone).SingleOrDefaultAsync(ct);
        if (!grant.HoldsOn(ShopDay.Of(time.GetUtcNow(), zone)))
            throw new DomainException("This day is over. Choose today or a later one, or take the grant away.");
    }

    private static async Task<Grant> FindGrantAsync(HubDbContext db, Guid id, CancellationToken ct) =>
        await db.Grants.SingleOrDefaultAsync(grant => grant.Id == id, ct) ?? throw new DomainException("This grant is not there any more.");

    private Task<string> LinkAsync(HubDbContext db, Guid person) => WithPersonAsync(db, person, async (people, user) =>
        user.IsDisabled ? throw new DomainException("This account is disabled. Enable it first.")
        : user.PasswordHash is null ? HubUrls.AcceptInvitation(user.Id, await AccountTokens.InviteAsync(people, user, Accounts.MakerOf(db)))
        : HubUrls.ResetPassword(user.Id, await AccountTokens.ResetAsync(people, user, Accounts.MakerOf(db))));

    private Task<T> WithPersonAsync<T>(HubDbContext db, Guid person, Func<UserManager<HubUser>, HubUser, Task<T>> work) => accounts.UseAsync(db, async people =>
        await work(people, await people.FindByIdAsync(person.ToString()) ?? throw new DomainException("This person is not there any more.")));
}
