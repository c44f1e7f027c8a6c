namespace ComplianceHub.Data;

/// <summary>The one row that tells this installation from others. Adding it wrote the first entry of the system's log.</summary>
public sealed class Installation
{
    /// <summary>Made when the database was created.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When the database was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
