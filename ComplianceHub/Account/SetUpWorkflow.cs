using System.Data;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Account;

/// <summary>Creates the first administrator, while nobody can sign in.</summary>
internal sealed class SetUpWorkflow(HubDb hub, UserManager<HubUser> people, SetUpLink link)
{
    private static readonly Actor SetUp = Actor.System("set-up");

    /// <summary>Whether nobody can sign in: there is no person with a password.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(SetUp, ct);
        return await IsNeededAsync(db, ct);
    }

    /// <summary>Creates a person who administers the group, and ends the link.</summary>
    /// <returns>What is wrong, or null when all is well.</returns>
    public async Task<string?> CreateAsync(string secret, string name, string email, string password, CancellationToken ct = default)
    {
        if (!link.Works(secret))
            return "This link does not work any more. Start the program again: it prints another one.";
        var person = new HubUser
        {
            DisplayName = name.Trim(),
            UserName = email.Trim(),
            Email = email.Trim(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        foreach (var validator in people.PasswordValidators)
        {
            if (PasswordWorkflow.Problem(await validator.ValidateAsync(people, person, password)) is { } problem)
                return problem;
        }
        await people.UpdateNormalizedEmailAsync(person);
        await people.UpdateNormalizedUserNameAsync(person);
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        try
        {
            return await SaveAsync(person, ct);
        }
        catch (Exception exception) when ((exception as DomainException ?? StorageErrors.Explain(exception)) is { } refusal)
        {
            // Of two who open the link at the same moment one is refused, by the database itself on PostgreSQL.
            return refusal.Message;
        }
    }

    private async Task<string?> SaveAsync(HubUser person, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(SetUp, ct);
        // Serialisable: of two who open the link at the same moment, one finds the other's account.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (!await IsNeededAsync(db, ct))
            return "There is an administrator already. Sign in, or ask them for an invitation.";
        if (await db.Users.AnyAsync(other => other.NormalizedEmail == person.NormalizedEmail, ct))
            return "Somebody has this address already.";
        db.AddRange(person, new Grant { UserId = person.Id, Role = HubRole.Administrator, Scope = GrantScope.Group });
        db.Because("Set up by the link on the console");
        db.Log(new AuditLogEvent(ChainId.System, "set up", "Person", person.Id.ToString()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        link.Use();
        return null;
    }

    private static async Task<bool> IsNeededAsync(HubDbContext db, CancellationToken ct) =>
        !await db.Users.AnyAsync(person => person.PasswordHash != null, ct);
}
