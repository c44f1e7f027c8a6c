using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Account;

/// <summary>What the page of the second factor asks for: always the password, and a code when an app is connected.</summary>
public sealed class FactorInput
{
    /// <summary>The code that the app shows.</summary>
    [MaxLength(20)]
    public string Code { get; set; } = "";

    /// <summary>The person's password, again.</summary>
    [Required(ErrorMessage = "Enter your password."), MaxLength(NewPassword.Longest)]
    public string Password { get; set; } = "";
}
