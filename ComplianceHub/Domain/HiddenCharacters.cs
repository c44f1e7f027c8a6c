using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain;

/// <summary>
/// Characters that nobody sees and that make a text say something else than it shows: control characters, which forge
/// lines in logs and terminals, and the marks that turn the direction of writing round ("Trojan Source"). What writing
/// from right to left needs (U+200E, U+200F, joiners) is allowed.
/// </summary>
public static class HiddenCharacters
{
    /// <summary>The first of them in a text; null when there is none. Line breaks and tabs are part of longer texts.</summary>
    public static char? FirstIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var character in text)
        {
            if (IsHidden(character))
                return character;
        }
        return null;
    }

    /// <summary>Whether a character is one of them.</summary>
    public static bool IsHidden(char character) => character switch
    {
        '\n' or '\r' or '\t' => false,
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        _ => char.IsControl(character),
    };

    /// <summary>What to say about one of them.</summary>
    public static string Sentence(char hidden) => $"The text holds a character that nobody sees and that may deceive (U+{(int)hidden:X4}). Remove it.";
}

/// <summary>Refuses text with <see cref="HiddenCharacters"/>, where <see cref="RecordValidation"/> does not look.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VisibleTextAttribute : ValidationAttribute
{
    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string text && HiddenCharacters.FirstIn(text) is { } hidden
            ? new(HiddenCharacters.Sentence(hidden), validationContext?.MemberName is { } member ? [member] : null)
            : ValidationResult.Success;
}
