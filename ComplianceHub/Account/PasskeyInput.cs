using System.ComponentModel.DataAnnotations;
using ComplianceHub.Domain;

namespace ComplianceHub.Account;

/// <summary>What somebody gives to add a passkey.</summary>
public sealed class NewPasskey : FactorInput
{
    /// <summary>By what they will know it again.</summary>
    [Required(ErrorMessage = "Give the passkey a name, for example that of the device."), VisibleText, MaxLength(PasskeyWorkflow.LongestName)]
    public string Name { get; set; } = "";
}

/// <summary>What their browser then made.</summary>
public sealed class MadePasskey
{
    /// <summary>By what they will know it again.</summary>
    public string Name { get; set; } = "";

    /// <summary>The challenge that it answers.</summary>
    public Guid Ticket { get; set; }

    /// <summary>The answer, as JSON.</summary>
    public string Credential { get; set; } = "";

    /// <summary>Whether the name is still one; the page sends it a second time.</summary>
    public bool IsComplete => Name.Trim() is { Length: > 0 and <= PasskeyWorkflow.LongestName } && Name.All(letter => !char.IsControl(letter));
}

/// <summary>Which passkey somebody removes.</summary>
public sealed class PasskeyRemoval : FactorInput
{
    /// <summary>The passkey, by its credential id.</summary>
    public string Key { get; set; } = "";
}

/// <summary>The answer of a passkey at the sign-in page.</summary>
public sealed class UsedPasskey
{
    /// <summary>The challenge that it answers.</summary>
    public Guid Ticket { get; set; }

    /// <summary>The answer, as JSON.</summary>
    public string Credential { get; set; } = "";
}
