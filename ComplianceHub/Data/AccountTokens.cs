using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace ComplianceHub.Data;

/// <summary>
/// The secrets in the links that an administrator hands to a person. Each holds the person's security stamp, which the
/// password they choose changes: so a link works once. Each also names its maker, so that whoever opens it can ask
/// whether the maker may still decide about that account.
/// </summary>
public static class AccountTokens
{
    /// <summary>The name of the provider of invitations.</summary>
    public const string InvitationProvider = "Invitation";

    private const string Invitation = "Accept an invitation";
    private const string Reset = "Choose another password";
    private const int IdLength = 16;

    /// <summary>The secret with which a new person chooses their first password.</summary>
    /// <param name="people">Identity's people.</param>
    /// <param name="person">Whom the link is for.</param>
    /// <param name="maker">Who makes the link.</param>
    public static async Task<string> InviteAsync(UserManager<HubUser> people, HubUser person, Guid maker) =>
        Encode(maker, await people.GenerateUserTokenAsync(person, InvitationProvider, Purpose(Invitation, maker)));

    /// <summary>Whether an invitation still works for a person.</summary>
    public static async Task<bool> IsInvitationAsync(UserManager<HubUser> people, HubUser person, string? secret) =>
        Decode(secret) is var (maker, token) && await people.VerifyUserTokenAsync(person, InvitationProvider, Purpose(Invitation, maker), token);

    /// <summary>The secret with which a person chooses another password.</summary>
    /// <param name="people">Identity's people.</param>
    /// <param name="person">Whom the link is for.</param>
    /// <param name="maker">Who makes the link.</param>
    public static async Task<string> ResetAsync(UserManager<HubUser> people, HubUser person, Guid maker) =>
        Encode(maker, await people.GenerateUserTokenAsync(person, people.Options.Tokens.PasswordResetTokenProvider, Purpose(Reset, maker)));

    /// <summary>Whether a reset link still works for a person.</summary>
    public static async Task<bool> IsResetAsync(UserManager<HubUser> people, HubUser person, string? secret) =>
        Decode(secret) is var (maker, token)
        && await people.VerifyUserTokenAsync(person, people.Options.Tokens.PasswordResetTokenProvider, Purpose(Reset, maker), token);

    /// <summary>Who made a link, as it says itself; believe it after the secret was verified. Null when it is no secret of ours.</summary>
    public static Guid? MakerOf(string? secret) => Decode(secret)?.Maker;

    // Within what the token protects: another maker's name makes another purpose.
    private static string Purpose(string what, Guid maker) => $"{what}, made by {maker:N}";

    private static (Guid Maker, string Token)? Decode(string? secret)
    {
        try
        {
            var bytes = WebEncoders.Base64UrlDecode(secret ?? "");
            return bytes.Length > IdLength ? (new Guid(bytes.AsSpan(0, IdLength)), Encoding.UTF8.GetString(bytes, IdLength, bytes.Length - IdLength)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Encode(Guid maker, string token) => WebEncoders.Base64UrlEncode([.. maker.ToByteArray(), .. Encoding.UTF8.GetBytes(token)]);
}
