using System.Globalization;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>What an entry says before it has a place in a chain: who did what to which record, and when.</summary>
public sealed record AuditLogDraft
{
    /// <summary>The entry's own id; a version 7 UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it happened; kept in UTC to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it: an id, never a person's name, so that the log outlives an erasure request (Art. 17 GDPR).</summary>
    public required string Actor { get; init; }

    /// <summary>Person, program or command line.</summary>
    public required ActorKind ActorKind { get; init; }

    /// <summary>What was done, one word: added, changed, removed, downloaded.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of record it was done to.</summary>
    public required string Entity { get; init; }

    /// <summary>The id of the record.</summary>
    public required string EntityId { get; init; }

    /// <summary>The commitment to the erasable payload (<see cref="AuditLogPayload.Commitment"/>).</summary>
    public required string PayloadCommitment { get; init; }

    /// <summary>The request in which it was done, to find it in the host's log; null outside one.</summary>
    public string? RequestId { get; init; }

    /// <summary>The version of the program that wrote the entry.</summary>
    public required string AppVersion { get; init; }
}

/// <summary>
/// One entry of the audit log, chained to the one before it. The columns repeat what <see cref="Canonical"/> says so
/// that the log can be searched; the hash is taken of <see cref="Canonical"/>, which is stored and never written anew.
/// The format can never change, since every entry ever written must verify.
/// </summary>
public sealed class AuditLogEntry
{
    /// <summary>The version of the entry format, "v" in the canonical bytes.</summary>
    public const int FormatVersion = 1;

    /// <summary>The chain this entry belongs to.</summary>
    public required ChainId Chain { get; init; }

    /// <summary>The place in the chain: 1 for the first, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <inheritdoc cref="AuditLogDraft.Id"/>
    public required Guid Id { get; init; }

    /// <inheritdoc cref="AuditLogDraft.At"/>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc cref="AuditLogDraft.Actor"/>
    public required string Actor { get; init; }

    /// <inheritdoc cref="AuditLogDraft.ActorKind"/>
    public required ActorKind ActorKind { get; init; }

    /// <inheritdoc cref="AuditLogDraft.Action"/>
    public required string Action { get; init; }

    /// <inheritdoc cref="AuditLogDraft.Entity"/>
    public required string Entity { get; init; }

    /// <inheritdoc cref="AuditLogDraft.EntityId"/>
    public required string EntityId { get; init; }

    /// <inheritdoc cref="AuditLogDraft.PayloadCommitment"/>
    public required string PayloadCommitment { get; init; }

    /// <inheritdoc cref="AuditLogDraft.RequestId"/>
    public string? RequestId { get; init; }

    /// <inheritdoc cref="AuditLogDraft.AppVersion"/>
    public required string AppVersion { get; init; }

    /// <summary>The RFC 8785 bytes of all of the above.</summary>
    public required byte[] Canonical { get; init; }

    /// <summary>The hash of the entry before; 32 zero bytes for the first.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>The hash of this entry (<see cref="HashChain.HashOf"/>).</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The canonical bytes that the columns stand for.</summary>
    internal byte[] CanonicalOfColumns() => CanonicalOf(Chain, Sequence, new AuditLogDraft
    {
        Id = Id,
        At = At,
        Actor = Actor,
        ActorKind = ActorKind,
        Action = Action,
        Entity = Entity,
        EntityId = EntityId,
        PayloadCommitment = PayloadCommitment,
        RequestId = RequestId,
        AppVersion = AppVersion,
    });

    /// <summary>The canonical bytes of a draft at its place.</summary>
    internal static byte[] CanonicalOf(ChainId chain, long sequence, AuditLogDraft draft) => new CanonicalObject()
        .With("action", draft.Action)
        .With("actor", draft.Actor)
        .With("app_version", draft.AppVersion)
        .With("at", Timestamp(draft.At))
        .With("chain", chain.ToString())
        .With("entity", draft.Entity)
        .With("entity_id", draft.EntityId)
        .With("id", draft.Id.ToString("D"))
        .With("kind", KindInWords(draft.ActorKind))
        .With("payload_commit", draft.PayloadCommitment)
        .With("req_id", draft.RequestId)
        .With("seq", sequence)
        .With("v", FormatVersion)
        .Bytes();

    // Spelled out, since renaming a member of the enum must not change what was hashed.
    private static string KindInWords(ActorKind kind) => kind switch
    {
        ActorKind.User => "user",
        ActorKind.System => "system",
        ActorKind.OperatingSystemUser => "operating-system user",
        _ => throw new FormatException($"{kind} is no kind of actor."),
    };

    // Only whole milliseconds are ever appended; the longer form shows a column that was edited below one.
    private static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString(
        at.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
        CultureInfo.InvariantCulture);
}
