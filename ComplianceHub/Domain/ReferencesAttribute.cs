namespace ComplianceHub.Domain;

/// <summary>Marks an id, or a list of ids, of another record. The save path refuses a record of another shop there.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReferencesAttribute(Type record) : Attribute
{
    /// <summary>The type of record that the id points at.</summary>
    public Type Record { get; } = record;
}
