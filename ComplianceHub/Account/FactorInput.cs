using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Account;

/// <summary>What somebody gives before they change how they sign in: always the password, and a code when an app is connected.</summary>
public class FactorInput
{
    /// <summary>Longest code, of an app or a recovery code, in characters.</summary>
    public const int LongestCode = 20;

    /// <summary>The code that the app shows, or a recovery code.</summary>
    [MaxLength(LongestCode)]
    public string Code { get; set; } = "";

    /// <summary>The person's password, again.</summary>
    [Required(ErrorMessage = "Enter your password."), MaxLength(NewPassword.Longest)]
    public string Password { get; set; } = "";
}
