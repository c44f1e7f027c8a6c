using ComplianceHub.Domain;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Data;

/// <summary>
/// Identity's accounts, for those who decided already that the actor may. Identity's context lives as long as its scope,
/// and a circuit's lives for hours: one scope for each use, in the name of the actor.
/// </summary>
public sealed class Accounts(IServiceScopeFactory scopes)
{
    /// <summary>Does something with the accounts in the name of a context's actor.</summary>
    public async Task<T> UseAsync<T>(HubDbContext db, Func<UserManager<HubUser>, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(db.Access.Actor);
        return await work(scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>());
    }

    /// <summary>The account with an address, or a new one that nobody can sign in to yet.</summary>
    /// <exception cref="DomainException">Identity refuses the address.</exception>
    public Task<HubUser> FindOrAddAsync(HubDbContext db, string email, string name) => UseAsync(db, async people =>
    {
        if (await people.FindByEmailAsync(email.Trim()) is { } known)
            return known;
        var person = new HubUser { UserName = email.Trim(), Email = email.Trim(), DisplayName = name.Trim() };
        Demand(await people.CreateAsync(person));
        return person;
    });

    /// <summary>The secret of a link with which a person chooses their first password.</summary>
    /// <exception cref="DomainException">The account is gone, disabled, or has a password.</exception>
    public Task<string> InviteAsync(HubDbContext db, Guid person) => UseAsync(db, async people =>
        await people.FindByIdAsync(person.ToString()) is { PasswordHash: null, IsDisabled: false } invited
            ? await AccountTokens.InviteAsync(people, invited, MakerOf(db))
            : throw new DomainException("This account has taken its invitation already, or is disabled."));

    /// <summary>Who makes a link.</summary>
    /// <exception cref="AccessDeniedException">Nobody is signed in.</exception>
    public static Guid MakerOf(HubDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Access.UserId ?? throw new AccessDeniedException("A link is made by a person who is signed in.");
    }

    /// <summary>Tells what Identity refuses.</summary>
    /// <exception cref="DomainException">It refused.</exception>
    public static void Demand(IdentityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Succeeded)
            throw new DomainException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
