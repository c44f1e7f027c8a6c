using System.ComponentModel.DataAnnotations;
using ComplianceHub.Data;
using ComplianceHub.Domain;

namespace ComplianceHub.Features.Audits.Invitations;

/// <summary>What is filled in to invite an auditor to an audit.</summary>
public sealed class AuditInvitation : IValidatableObject
{
    /// <summary>The person's name; of somebody who has an account already it is not taken over.</summary>
    [VisibleText, MaxLength(HubUser.LongestDisplayName, ErrorMessage = "Use a name of 120 characters or less.")]
    public string Name { get; set; } = "";

    /// <summary>The person's address.</summary>
    [VisibleText, MaxLength(256, ErrorMessage = "Use an address of 256 characters or less.")]
    public string Email { get; set; } = "";

    /// <summary>The days on which the audit is open to them.</summary>
    public AuditDays Days { get; set; } = new(null, null);

    /// <summary>Whether they decide on the requirements, in place of whoever did; else they read and comment.</summary>
    public bool Decides { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new("Enter the person’s name.", [nameof(Name)]);
        if (string.IsNullOrWhiteSpace(Email))
            yield return new("Enter the person’s e-mail address.", [nameof(Email)]);
        else if (!new EmailAddressAttribute().IsValid(Email.Trim()))
            yield return new("This is no e-mail address. One looks like name@example.com.", [nameof(Email)]);
    }
}

/// <summary>The days on which an audit is open to somebody.</summary>
/// <param name="From">The first; null for at once.</param>
/// <param name="Until">The last.</param>
public sealed record AuditDays(DateOnly? From, DateOnly? Until)
{
    private const int LongestYears = 1;

    /// <summary>What is wrong with them, at its field; nothing when they may be given.</summary>
    /// <param name="today">Today in UTC, by which invitations end.</param>
    /// <param name="longest">The last day until which the actor may invite; null when there is none.</param>
    public IEnumerable<FieldError> Errors(DateOnly today, DateOnly? longest)
    {
        if (Until is not { } until)
            yield return new(this, nameof(Until), "Enter the last day. Access ends by itself after it.");
        else if (until < today)
            yield return new(this, nameof(Until), "This day is over. Choose today or a later one.");
        else if (until < From)
            yield return new(this, nameof(Until), "The last day is before the first.");
        else if (until > today.AddYears(LongestYears))
            yield return new(this, nameof(Until), "An invitation lasts at most a year. Choose an earlier day; it can be renewed.");
        else if (until > longest)
            yield return new(this, nameof(Until), $"Your own grant ends on {longest:d MMM yyyy}. Choose that day or an earlier one.");
    }
}
