namespace ComplianceHub.Data;

/// <summary>
/// A sign-in that has not ended. The cookie names it, and is worth nothing without it: so a session ends on the server,
/// whoever holds a copy of the cookie.
/// </summary>
public sealed class UserSession : IDerived
{
    /// <summary>The claim with which a signed-in person's cookie names the session.</summary>
    public const string Claim = "session";

    /// <summary>Longest <see cref="Device"/>, in characters.</summary>
    public const int LongestDevice = 60;

    /// <summary>Made at each sign-in, and anew when the password or a factor changes.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who is signed in.</summary>
    public required Guid UserId { get; init; }

    /// <summary>When the person gave their password or passkey; kept when the session gets another id.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When somebody last used it, to a minute.</summary>
    public required DateTimeOffset LastUsedAt { get; init; }

    /// <summary>The kind of browser and system, in words: "Firefox on Linux". Nothing that tells one device from another of its kind.</summary>
    public required string Device { get; init; }
}
