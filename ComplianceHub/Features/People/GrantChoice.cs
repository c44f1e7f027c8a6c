using System.ComponentModel.DataAnnotations;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Features.People;

/// <summary>What an administrator fills in for a grant, and for the person whom it invites.</summary>
public sealed class GrantChoice : IValidatableObject
{
    /// <summary>Whether it invites a person; else it is for one who is there.</summary>
    public bool Invites { get; init; }

    /// <summary>The new person's name.</summary>
    [VisibleText, MaxLength(HubUser.LongestDisplayName, ErrorMessage = "Use a name of 120 characters or less.")]
    public string Name { get; set; } = "";

    /// <summary>The new person's address.</summary>
    [VisibleText, MaxLength(256, ErrorMessage = "Use an address of 256 characters or less.")]
    public string Email { get; set; } = "";

    /// <summary>What they may do; the least, until somebody decides.</summary>
    public HubRole Role { get; set; } = HubRole.Viewer;

    /// <summary>The shop; empty for the group.</summary>
    public Guid? ShopId { get; set; }

    /// <summary>The last day; empty while there is no end.</summary>
    public DateOnly? Until { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Invites && string.IsNullOrWhiteSpace(Name))
            yield return new("Enter the person's name.", [nameof(Name)]);
        if (Invites && !new EmailAddressAttribute().IsValid(Email.Trim().Length == 0 ? "-" : Email.Trim()))
            yield return new("Enter the person's e-mail address.", [nameof(Email)]);
    }

    /// <summary>The grant for a person.</summary>
    internal Grant For(Guid person, Guid? givenBy) => new()
    {
        UserId = person,
        Role = Role,
        Scope = ShopId is null ? GrantScope.Group : GrantScope.Shop,
        ShopId = ShopId,
        Until = Until,
        GivenBy = givenBy,
    };
}
