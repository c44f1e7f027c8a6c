using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>Checks the settings under <c>Account</c> when the program starts, and names each that is wrong by its key.</summary>
internal sealed class AccountOptionsRules : IValidateOptions<AccountOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, AccountOptions options)
    {
        List<ValidationResult> broken = [];
        if (Validator.TryValidateObject(options, new ValidationContext(options), broken, validateAllProperties: true))
            return ValidateOptionsResult.Success;
        return ValidateOptionsResult.Fail(broken.Select(rule => $"{AccountOptions.Section}:{rule.MemberNames.First()}: {rule.ErrorMessage}"));
    }
}
