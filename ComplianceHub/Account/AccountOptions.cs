using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Account;

/// <summary>How strict signing in is: the settings under <c>Account</c>.</summary>
public sealed class AccountOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Account";

    /// <summary>Whether everybody needs a second factor. Without a setting: in Production, and nowhere else.</summary>
    public bool? RequireSecondFactor { get; set; }

    /// <summary>Tries to sign in per minute from one address for one account.</summary>
    [Range(1, 10_000)]
    public int TriesPerMinute { get; set; } = 10;

    /// <summary>Tries to sign in per minute from one address and its neighbours, whatever the account.</summary>
    [Range(1, 100_000)]
    public int TriesPerMinuteAndAddress { get; set; } = 100;

    /// <summary>Tries to sign in per minute of everybody together, in one instance of the program.</summary>
    [Range(1, 1_000_000)]
    public int TriesPerMinuteTogether { get; set; } = 300;

    /// <summary>Minutes without any action after which a person is signed out.</summary>
    [Range(1, 1440)]
    public int IdleMinutes { get; set; } = 30;

    /// <summary>Hours after which a person is signed out in any case.</summary>
    [Range(1, 168)]
    public int LongestHours { get; set; } = 12;

    /// <summary>Seconds after which an open page learns that its session has ended. Requests learn of it at once.</summary>
    [Range(1, 3600)]
    public int RevalidateSeconds { get; set; } = 60;

    /// <summary>Pages that one person may hold open in one instance of the program.</summary>
    [Range(1, 1000)]
    public int OpenPages { get; set; } = 40;

    /// <summary>The domain for which passkeys are made, for example "hub.example.com"; they work there and below, and nowhere else.
    /// Without it: the address's own in Development, and no passkeys elsewhere.</summary>
    [RegularExpression(@"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", ErrorMessage = "Write the domain alone, in small letters: hub.example.com.")]
    public string? PasskeyDomain { get; set; }

    /// <summary>A PKCS #12 file with the certificate and private key that encrypt the key ring; empty leaves it as it is.</summary>
    public string? KeyCertificate { get; set; }

    /// <summary>The password of that file.</summary>
    public string? KeyCertificatePassword { get; set; }
}
