using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace ComplianceHub.Domain;

/// <summary>A rule that a field breaks.</summary>
/// <param name="Owner">The record, or the part of it, that holds the field.</param>
/// <param name="Field">The property's name; empty when the rule is about the whole.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record FieldError(object Owner, string Field, string Sentence);

/// <summary>Checks a record with all its parts: the one mechanism of editor, import and demo.</summary>
public static class RecordValidation
{
    /// <summary>Every rule that is broken, in the order of the fields; nothing when the record may be saved.</summary>
    public static IReadOnlyList<FieldError> Validate(object record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. ErrorsOf(record)];
    }

    /// <summary>Refuses a record that breaks a rule.</summary>
    /// <exception cref="DomainException">With the first sentence.</exception>
    public static void Demand(object record)
    {
        if (Validate(record) is [var first, ..])
            throw new DomainException(first.Sentence);
    }

    private static IEnumerable<FieldError> ErrorsOf(object owner)
    {
        var results = new List<ValidationResult>();
        _ = Validator.TryValidateObject(owner, new ValidationContext(owner), results, validateAllProperties: true);
        var own = results.SelectMany(result => result.MemberNames.DefaultIfEmpty("").Select(member => new FieldError(owner, member, result.ErrorMessage ?? "This value is not allowed.")));
        return own.Concat(HiddenIn(owner)).Concat(PartsOf(owner).SelectMany(ErrorsOf));
    }

    private static IEnumerable<FieldError> HiddenIn(object owner) =>
        from property in owner.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite && property.GetIndexParameters().Length == 0
        from text in property.GetValue(owner) switch { string one => [one], IEnumerable<string> many => many, _ => [] }
        where text is not null
        let hidden = HiddenCharacters.FirstIn(text)
        where hidden is not null
        select new FieldError(owner, property.Name, HiddenCharacters.Sentence(hidden.Value));

    private static IEnumerable<object> PartsOf(object owner) =>
        owner.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)
            .SelectMany(property => property.GetValue(owner) switch
            {
                string or null => [],
                IEnumerable list => list.OfType<object>().Where(IsPart),
                { } value when IsPart(value) => [value],
                _ => Enumerable.Empty<object>(),
            });

    private static bool IsPart(object value) =>
        value.GetType() is { IsClass: true, Namespace: { } space } && space.StartsWith("ComplianceHub.Domain", StringComparison.Ordinal) && value is not RegisterRecord;
}
