namespace ComplianceHub.Data;

/// <summary>Something that may be done once, soon: answer a challenge of a passkey, use a proof of presence.</summary>
public sealed class OneTimeTicket : IDerived
{
    /// <summary>Longest <see cref="Purpose"/>, in characters.</summary>
    public const int LongestPurpose = 200;

    /// <summary>Random, known to whom it was made for.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>What it is good for, and nothing else.</summary>
    public required string Purpose { get; init; }

    /// <summary>Whose it is; null before anybody signed in.</summary>
    public Guid? UserId { get; init; }

    /// <summary>In which session.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>What the server keeps for the answer.</summary>
    public required string Content { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>From when on it is worth nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
