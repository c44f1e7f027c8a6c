namespace ComplianceHub.Domain;

/// <summary>A record with an id of ours, whose saves are numbered: a save with an old number is a lost race.</summary>
public interface IVersioned
{
    /// <summary>Made by us (UUID version 7).</summary>
    Guid Id { get; }

    /// <summary>Rises with every save.</summary>
    int Version { get; }
}
