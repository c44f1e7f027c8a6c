using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain;

/// <summary>A country code, or a list of them, of ISO 3166-1. Empty is valid: it means not recorded.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountryCodeAttribute : ValidationAttribute
{
    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        ArgumentNullException.ThrowIfNull(validationContext);
        var unknown = value switch
        {
            string { Length: > 0 } code when !Country.IsKnown(code) => code,
            IEnumerable<string> codes => codes.FirstOrDefault(code => !Country.IsKnown(code)),
            _ => null,
        };
        return unknown is null
            ? ValidationResult.Success
            : new ValidationResult($"“{unknown}” is not a country. Choose one from the list.", [validationContext.MemberName!]);
    }
}
