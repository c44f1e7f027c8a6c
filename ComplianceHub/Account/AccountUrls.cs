using ComplianceHub.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace ComplianceHub.Account;

/// <summary>The addresses of the account pages that only account pages lead to.</summary>
internal static class AccountUrls
{
    /// <summary>Set up or remove the second factor, or make new recovery codes.</summary>
    public const string SecondFactor = "/Account/SecondFactor";

    /// <summary>Put another authenticator app in the place of the first.</summary>
    public const string AnotherApp = "/Account/AnotherApp";

    /// <summary>The code of the second factor, after the password.</summary>
    public const string LoginWithCode = "/Account/LoginWithCode";

    /// <summary>A recovery code instead, after the password.</summary>
    public const string LoginWithRecoveryCode = "/Account/LoginWithRecoveryCode";

    /// <summary>What to do about a forgotten password.</summary>
    public const string ForgottenPassword = "/Account/ForgottenPassword";

    /// <summary>Choose another password.</summary>
    public const string ChangePassword = "/Account/ChangePassword";

    /// <summary>What an open page calls while somebody uses it, so that their session does not end under their hands.</summary>
    public const string InUse = "/Account/InUse";

    /// <summary>Add and remove passkeys.</summary>
    public const string Passkeys = "/Account/Passkeys";

    /// <summary>A challenge for a passkey at the sign-in page; posted to.</summary>
    public const string PasskeyChallenge = "/Account/PasskeyChallenge";

    /// <summary>The sign-in page with a word on what has just been done.</summary>
    public static string LoginAfter(AfterPassword done) => QueryHelpers.AddQueryString(HubUrls.Login, "after", done.ToString());

    /// <summary>An address with where to go afterwards.</summary>
    public static string With(string path, string? returnUrl) =>
        Local(returnUrl) is var local && local == HubUrls.Portfolio ? path : QueryHelpers.AddQueryString(path, "returnUrl", local);

    /// <summary>
    /// Where to go afterwards: a path of this program, or the portfolio when the text is anything else. A browser reads
    /// a backslash as a slash and drops tabs and line breaks, so "/\evil.example" would leave this host.
    /// </summary>
    public static string Local(string? returnUrl)
    {
        if (returnUrl is not ['/', ..] || IsSuspicious(returnUrl) || IsSuspicious(Uri.UnescapeDataString(returnUrl)))
            return HubUrls.Portfolio;
        return returnUrl.StartsWith("/Account/Log", StringComparison.OrdinalIgnoreCase) ? HubUrls.Portfolio : returnUrl;
    }

    /// <summary>The person that a link names; nobody when the text is no id, so that a bent link reads as a dead one.</summary>
    public static Guid PersonOf(string? text) => Guid.TryParse(text, out var person) ? person : Guid.Empty;

    private static bool IsSuspicious(string url) =>
        url.StartsWith("//", StringComparison.Ordinal)
        || url.Split('?', '#')[0].Contains("//", StringComparison.Ordinal)
        || url.Any(character => character == '\\' || char.IsControl(character));
}

/// <summary>What led somebody to the sign-in page.</summary>
internal enum AfterPassword
{
    /// <summary>The first administrator was created.</summary>
    SetUp,

    /// <summary>An invitation was accepted.</summary>
    Accepted,

    /// <summary>A password was set by a link.</summary>
    Reset,
}
