using System.Text;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace ComplianceHub.Account;

/// <summary>Identity's store, with recovery codes kept as hashes: whoever reads the database cannot sign in with them.</summary>
internal sealed class HubUserStore(HubDbContext context, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<HubUser, HubDbContext, Guid>(context, describer)
{
    /// <summary>Under which name Identity keeps what it makes itself.</summary>
    public const string Provider = "[AspNetUserStore]";

    /// <summary>Under which name it keeps the key of an authenticator app.</summary>
    public const string AuthenticatorKey = "AuthenticatorKey";

    /// <inheritdoc />
    public override Task ReplaceCodesAsync(HubUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => Hash(user, code)), cancellationToken);

    /// <inheritdoc />
    public override async Task<bool> RedeemCodeAsync(HubUser user, string code, CancellationToken cancellationToken)
    {
        // Identity's own would write the codes that are left through ReplaceCodesAsync, and so hash them twice.
        const string name = "RecoveryCodes";
        var codes = (await GetTokenAsync(user, Provider, name, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var hash = Hash(user, code);
        if (!codes.Contains(hash, StringComparer.Ordinal))
            return false;
        await SetTokenAsync(user, Provider, name, string.Join(';', codes.Where(kept => kept != hash)), cancellationToken);
        return true;
    }

    // The codes are random, so one round is enough; the person's id keeps equal codes apart.
    private static string Hash(HubUser user, string code) =>
        Sha256Text.Of(Encoding.UTF8.GetBytes($"{user.Id:N}:{code.Trim().ToUpperInvariant()}"));
}
