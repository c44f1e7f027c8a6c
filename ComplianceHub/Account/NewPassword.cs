using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Account;

/// <summary>A password that somebody chooses, twice. Its strength is judged by Identity's validators.</summary>
public class NewPassword
{
    /// <summary>Longest password, in characters: long enough for any sentence, short enough to hash.</summary>
    public const int Longest = 128;

    /// <summary>The password.</summary>
    [Required(ErrorMessage = "Choose a password."), MaxLength(Longest, ErrorMessage = "Choose a password of 128 characters or less.")]
    public string Password { get; set; } = "";

    /// <summary>The same again: nobody sees what they type.</summary>
    [Compare(nameof(Password), ErrorMessage = "The two passwords differ.")]
    public string Again { get; set; } = "";
}
