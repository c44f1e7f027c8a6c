using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace ComplianceHub.Data;

/// <summary>
/// The secrets in the links that an administrator hands to a person. Each holds the person's security stamp, which the
/// password they choose changes: so a link works once.
/// </summary>
public static class AccountTokens
{
    /// <summary>The name of the provider of invitations.</summary>
    public const string InvitationProvider = "Invitation";

    private const string InvitationPurpose = "Accept an invitation";

    /// <summary>The secret with which a new person chooses their first password.</summary>
    public static async Task<string> InviteAsync(UserManager<HubUser> people, HubUser person) =>
        Encode(await people.GenerateUserTokenAsync(person, InvitationProvider, InvitationPurpose));

    /// <summary>Whether an invitation still works for a person.</summary>
    public static Task<bool> IsInvitationAsync(UserManager<HubUser> people, HubUser person, string? secret) =>
        people.VerifyUserTokenAsync(person, InvitationProvider, InvitationPurpose, Decode(secret));

    /// <summary>The secret with which a person chooses another password.</summary>
    public static async Task<string> ResetAsync(UserManager<HubUser> people, HubUser person) =>
        Encode(await people.GeneratePasswordResetTokenAsync(person));

    /// <summary>Whether a reset link still works for a person.</summary>
    public static Task<bool> IsResetAsync(UserManager<HubUser> people, HubUser person, string? secret) => people.VerifyUserTokenAsync(
        person, people.Options.Tokens.PasswordResetTokenProvider, UserManager<HubUser>.ResetPasswordTokenPurpose, Decode(secret));

    /// <summary>What Identity made, from the text of a link; empty when it is no such text.</summary>
    public static string Decode(string? secret)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(secret ?? ""));
        }
        catch (FormatException)
        {
            return "";
        }
    }

    private static string Encode(string token) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token));
}
