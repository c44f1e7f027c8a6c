using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Data;

/// <summary>A person who can sign in. What they may do stands in their grants, not here.</summary>
public sealed class HubUser : IdentityUser<Guid>
{
    /// <summary>Longest display name, in characters.</summary>
    public const int LongestDisplayName = 120;

    /// <summary>A new person with an id of version 7.</summary>
    public HubUser() => Id = Guid.CreateVersion7();

    /// <summary>The lock of a disabled person: one that no clock opens.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether an administrator shut the account. A lock after wrong tries is no such thing: it ends by itself.</summary>
    public bool IsDisabled => LockoutEnd >= Never;

    /// <summary>What people see. The audit log names the id, so that erasing the name leaves the log intact.</summary>
    [PersonalData]
    public string DisplayName { get; set; } = "";
}
