using ComplianceHub.Data;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Account;

/// <summary>Refuses what an attacker tries first: the address, the name, the program's own name, one character repeated.</summary>
internal sealed class PasswordIsNotTheName : IPasswordValidator<HubUser>
{
    private const int ShortestName = 4;

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<HubUser> manager, HubUser user, string? password) =>
        Task.FromResult(IsGuessable(user, password ?? "")
            ? IdentityResult.Failed(new IdentityError { Code = "Guessable", Description = "Choose a password that does not contain your name or address, and is not one pattern repeated." })
            : IdentityResult.Success);

    private static bool IsGuessable(HubUser user, string password)
    {
        string?[] known = [user.Email, user.Email?.Split('@')[0], user.DisplayName, "compliancehub"];
        return known.OfType<string>().Any(name => name.Length >= ShortestName && password.Contains(name, StringComparison.OrdinalIgnoreCase))
            || password.Distinct().Take(ShortestName).Count() < ShortestName;
    }
}
