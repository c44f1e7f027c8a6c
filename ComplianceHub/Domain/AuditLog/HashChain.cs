using System.Security.Cryptography;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>Where a chain stands: the number of its last entry and that entry's hash.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Sequence">The last entry's number; 0 while there is none.</param>
/// <param name="Hash">The last entry's hash; 32 zero bytes while there is none.</param>
public sealed record ChainHead(ChainId Chain, long Sequence, byte[] Hash)
{
    /// <summary>The head of a chain without entries.</summary>
    public static ChainHead Empty(ChainId chain) => new(chain, 0, new byte[SHA256.HashSizeInBytes]);
}

/// <summary>
/// The arithmetic of the audit log: each entry's hash covers the hash before it, so that an edited, removed, inserted
/// or swapped entry shows at its place. Pure: it knows neither database nor clock.
/// </summary>
public static class HashChain
{
    /// <summary>Adds an entry after the head. The new head is (<see cref="AuditLogEntry.Sequence"/>,
    /// <see cref="AuditLogEntry.Hash"/>) of what is returned.</summary>
    /// <exception cref="FormatException">A text of the draft has no canonical form.</exception>
    public static AuditLogEntry Append(ChainHead head, AuditLogDraft draft)
    {
        var sequence = head.Sequence + 1;
        draft = draft with { At = ToMillisecond(draft.At) };
        var canonical = AuditLogEntry.CanonicalOf(head.Chain, sequence, draft);
        return new AuditLogEntry
        {
            Chain = head.Chain,
            Sequence = sequence,
            Id = draft.Id,
            At = draft.At,
            Actor = draft.Actor,
            ActorKind = draft.ActorKind,
            Action = draft.Action,
            Entity = draft.Entity,
            EntityId = draft.EntityId,
            PayloadCommitment = draft.PayloadCommitment,
            RequestId = draft.RequestId,
            AppVersion = draft.AppVersion,
            Canonical = canonical,
            PreviousHash = head.Hash,
            Hash = HashOf(head.Hash, canonical),
        };
    }

    /// <summary>SHA-256("ComplianceHub audit v1\n" || previous hash || SHA-256(canonical)).</summary>
    public static byte[] HashOf(ReadOnlySpan<byte> previousHash, ReadOnlySpan<byte> canonical)
    {
        var domain = "ComplianceHub audit v1\n"u8;
        Span<byte> input = stackalloc byte[domain.Length + 2 * SHA256.HashSizeInBytes];
        domain.CopyTo(input);
        previousHash.CopyTo(input[domain.Length..]);
        SHA256.HashData(canonical, input[(domain.Length + SHA256.HashSizeInBytes)..]);
        return SHA256.HashData(input);
    }

    /// <summary>
    /// Reads a chain once, from its first entry, in constant memory.
    /// </summary>
    /// <param name="chain">The chain that the entries should belong to.</param>
    /// <param name="entries">The entries in the order of their numbers, each with its payload, or null where that
    /// was erased.</param>
    /// <param name="recordedHead">The head that was noted elsewhere, where there is one: without it a chain whose last
    /// entries were cut off is intact by itself.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<ChainVerification> VerifyAsync(
        ChainId chain,
        IAsyncEnumerable<(AuditLogEntry Entry, AuditLogPayload? Payload)> entries,
        ChainHead? recordedHead = null,
        CancellationToken ct = default)
    {
        var found = Join(chain, [await ReadPartAsync(chain, entries, ct)]);
        return found is ChainVerification.Intact intact && recordedHead is not null ? EndingAt(recordedHead, intact) : found;
    }

    /// <summary>Reads a part of a chain in constant memory: everything is judged but whether its first entry follows what is
    /// before it. What cannot be read ends the part.</summary>
    /// <param name="chain">The chain that the entries should belong to.</param>
    /// <param name="entries">The part's entries in the order of their numbers, each with its payload, or null where that
    /// was erased.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<ChainPart> ReadPartAsync(
        ChainId chain, IAsyncEnumerable<(AuditLogEntry Entry, AuditLogPayload? Payload)> entries, CancellationToken ct = default)
    {
        (AuditLogEntry Entry, AuditLogPayload? Payload)? first = null;
        var last = ChainHead.Empty(chain);
        long withoutDetails = 0;
        try
        {
            await foreach (var next in entries.WithCancellation(ct))
            {
                if (first is not null && WhyNotNext(last, next.Entry, next.Payload) is { } reason)
                    return Part(reason);
                first ??= next;
                last = new ChainHead(chain, next.Entry.Sequence, next.Entry.Hash);
                withoutDetails += next.Payload is null ? 1 : 0;
            }
            return Part(null);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            return Part(("The entry cannot be read: a field was overwritten.", LogFault.Broken));
        }

        ChainPart Part((string, LogFault)? whyNotNext) => new(first, last, withoutDetails, whyNotNext);
    }

    /// <summary>What reading a chain found, from the parts that it was read in: the same as reading it in one.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="parts">All of it, in the order of the entries' numbers.</param>
    public static ChainVerification Join(ChainId chain, IEnumerable<ChainPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var head = ChainHead.Empty(chain);
        long withoutDetails = 0;
        foreach (var part in parts)
        {
            if (part.First is { } first)
            {
                if (WhyNotNext(head, first.Entry, first.Payload) is { } reason)
                    return Broken(reason);
                (head, withoutDetails) = (part.Last, withoutDetails + part.WithoutDetails);
            }
            if (part.WhyNotNext is { } ending)
                return Broken(ending);
        }
        return new ChainVerification.Intact(head.Sequence, head) { WithoutDetails = withoutDetails };

        ChainVerification.Broken Broken((string Sentence, LogFault Fault) reason) => new(head.Sequence + 1, reason.Sentence) { Fault = reason.Fault };
    }

    /// <summary>The same chain, or why it does not end at the head that was noted elsewhere.</summary>
    public static ChainVerification EndingAt(ChainHead recorded, ChainVerification.Intact found)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(found);
        return WhyNotHead(found.Head, recorded) is { } difference ? new ChainVerification.Broken(found.Head.Sequence + 1, difference) : found;
    }

    private static (string Sentence, LogFault Fault)? WhyNotNext(ChainHead head, AuditLogEntry entry, AuditLogPayload? payload)
    {
        var expected = head.Sequence + 1;
        if (entry.Chain != head.Chain)
            return ($"The entry belongs to the chain {entry.Chain}, not to {head.Chain}.", LogFault.Broken);
        if (entry.Sequence != expected)
            return ($"Entry {expected} is missing: entry {entry.Sequence} stands in its place.", entry.Sequence > expected ? LogFault.Gap : LogFault.Broken);
        if (!entry.PreviousHash.AsSpan().SequenceEqual(head.Hash))
            return ("The entry does not follow the one before it: that one was changed or replaced.", LogFault.Broken);
        if (!ColumnsMatch(entry))
            return ("The entry's fields differ from the bytes that its hash was taken of.", LogFault.Broken);
        if (!entry.Hash.AsSpan().SequenceEqual(HashOf(entry.PreviousHash, entry.Canonical)))
            return ("The entry was changed: its hash does not match its content.", LogFault.Broken);
        if (payload is not null && (payload.EntryId != entry.Id || payload.Commitment != entry.PayloadCommitment))
            return ("The entry's details were changed: they do not match the commitment in the entry.", LogFault.Details);
        return null;
    }

    private static bool ColumnsMatch(AuditLogEntry entry)
    {
        try
        {
            return entry.CanonicalOfColumns().AsSpan().SequenceEqual(entry.Canonical);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string? WhyNotHead(ChainHead head, ChainHead recorded) => recorded switch
    {
        _ when recorded.Sequence > head.Sequence =>
            $"The last entries are missing: the chain had {recorded.Sequence} entries and has {head.Sequence}.",
        _ when recorded.Sequence < head.Sequence || !recorded.Hash.AsSpan().SequenceEqual(head.Hash) =>
            "The recorded head of the chain does not match its last entry.",
        _ => null,
    };

    private static DateTimeOffset ToMillisecond(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
