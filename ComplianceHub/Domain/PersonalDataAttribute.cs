namespace ComplianceHub.Domain;

/// <summary>Marks a value about a person. The audit log keeps it in the erasable payload alone.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute : Attribute;
