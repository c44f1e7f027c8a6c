using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Data;

/// <summary>A person who can sign in. What they may do stands in their grants, not here.</summary>
public sealed class HubUser : IdentityUser<Guid>
{
    /// <summary>Longest display name, in characters.</summary>
    public const int LongestDisplayName = 120;

    /// <summary>A new person with an id of version 7.</summary>
    public HubUser() => Id = Guid.CreateVersion7();

    /// <summary>What people see. The audit log names the id, so that erasing the name leaves the log intact.</summary>
    [PersonalData]
    public string DisplayName { get; set; } = "";
}
