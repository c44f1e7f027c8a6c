using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using CsCheck;

namespace ComplianceHub.Tests.Domain.AuditLog;

using Row = (AuditLogEntry Entry, AuditLogPayload? Payload);

public sealed class HashChainTests
{
    private static readonly ChainId Shop = ChainId.OfShop(Guid.Parse("019a0000-0000-7000-8000-000000000001"));
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_chain_as_it_was_written_is_intact()
    {
        var rows = Chain(5);
        var intact = Assert.IsType<ChainVerification.Intact>(await VerifyAsync(rows, HeadOf(rows)));
        Assert.Equal(5, intact.Count);
        Assert.Equal(rows[4].Entry.Hash, intact.Head.Hash);
    }

    [Fact]
    public async Task An_empty_chain_is_intact() =>
        Assert.Equal(0, Assert.IsType<ChainVerification.Intact>(await VerifyAsync([], ChainHead.Empty(Shop))).Count);

    [Fact] // The format can never change: this entry was written once and must verify for ever.
    public void The_format_of_an_entry_stays()
    {
        var entry = HashChain.Append(ChainHead.Empty(Shop), new AuditLogDraft
        {
            Id = Guid.Parse("019a0000-0000-7000-8000-0000000000aa"),
            At = new DateTimeOffset(2026, 11, 23, 11, 30, 0, 123, 456, TimeSpan.FromHours(2)),
            Actor = "u1",
            ActorKind = ActorKind.User,
            Action = "changed",
            Entity = "Vendor",
            EntityId = "v1",
            PayloadCommitment = "00",
            AppVersion = "1.0.0",
        });
        Assert.Equal(
            """{"action":"changed","actor":"u1","app_version":"1.0.0","at":"2026-11-23T09:30:00.123Z","chain":"shop:019a0000-0000-7000-8000-000000000001","entity":"Vendor","entity_id":"v1","id":"019a0000-0000-7000-8000-0000000000aa","kind":"user","payload_commit":"00","req_id":null,"seq":1,"v":1}""",
            Encoding.UTF8.GetString(entry.Canonical));
        byte[] input = [.. "ComplianceHub audit v1\n"u8, .. new byte[32], .. SHA256.HashData(entry.Canonical)];
        Assert.Equal(SHA256.HashData(input), entry.Hash);
    }

    [Fact]
    public void A_commitment_is_the_hash_of_salt_and_payload()
    {
        var payload = AuditLogPayload.Seal(Guid.CreateVersion7(), "Contract signed", [new("Name", "Old", "New")]);
        Assert.Equal("""{"because":"Contract signed","changes":[{"field":"Name","new":"New","old":"Old"}]}""", payload.Json);
        Assert.Equal(AuditLogPayload.SaltLength, payload.Salt.Length);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData([.. payload.Salt, .. Encoding.UTF8.GetBytes(payload.Json)])),
            payload.Commitment);
        Assert.Equal("Contract signed", payload.Because);
        Assert.Equal("Old", (string?)Assert.Single(payload.Changes).Old);
    }

    [Fact]
    public void Equal_payloads_have_different_commitments() =>
        Assert.NotEqual(
            AuditLogPayload.Seal(Guid.Empty, null, []).Commitment, AuditLogPayload.Seal(Guid.Empty, null, []).Commitment);

    [Fact]
    public async Task An_erased_payload_leaves_the_chain_intact()
    {
        var rows = Chain(3);
        rows[1] = rows[1] with { Payload = null };
        Assert.IsType<ChainVerification.Intact>(await VerifyAsync(rows));
    }

    [Fact]
    public async Task An_edited_payload_is_found()
    {
        var rows = Chain(3);
        var payload = rows[1].Payload!;
        rows[1] = rows[1] with { Payload = new() { EntryId = payload.EntryId, Salt = payload.Salt, Json = payload.Json.Replace("2", "3") } };
        AssertBroken(2, "details were changed", await VerifyAsync(rows));
    }

    [Fact]
    public async Task A_removed_entry_is_found()
    {
        var rows = Chain(5);
        rows.RemoveAt(2);
        AssertBroken(3, "Entry 3 is missing", await VerifyAsync(rows));
    }

    [Fact]
    public async Task Swapped_entries_are_found()
    {
        var rows = Chain(5);
        (rows[1], rows[2]) = (rows[2], rows[1]);
        AssertBroken(2, "Entry 2 is missing", await VerifyAsync(rows));
    }

    [Fact]
    public async Task An_entry_of_another_chain_is_found()
    {
        var rows = Chain(2);
        rows.Add(Chain(3, ChainId.Group)[2]);
        AssertBroken(3, "belongs to the chain group", await VerifyAsync(rows));
    }

    [Fact]
    public async Task A_cut_off_end_is_found_by_the_recorded_head()
    {
        var rows = Chain(5);
        var head = HeadOf(rows);
        rows.RemoveAt(4);
        Assert.IsType<ChainVerification.Intact>(await VerifyAsync(rows));
        AssertBroken(5, "had 5 entries and has 4", await VerifyAsync(rows, head));
    }

    [Fact]
    public async Task A_rewritten_end_is_found_by_the_recorded_head() =>
        AssertBroken(4, "recorded head", await VerifyAsync(Chain(3), HeadOf(Chain(3, Shop, "somebody else"))));

    [Fact]
    public async Task An_entry_rewritten_with_a_fitting_hash_is_found_at_the_next()
    {
        var rows = Chain(3);
        rows[1] = Chain(3, Shop, "somebody else")[1];
        rows[1] = (HashChain.Append(HeadOf(rows[..1]), DraftOf(rows[1].Entry)), rows[1].Payload);
        AssertBroken(3, "does not follow", await VerifyAsync(rows));
    }

    [Fact]
    public async Task Any_flipped_bit_of_any_column_is_found()
    {
        var rows = Chain(4);
        var columns = typeof(AuditLogEntry).GetProperties();
        var tampers = Gen.Select(Gen.Int[0, 2], Gen.Int[0, columns.Length - 1], Gen.Int[0, 10_000]);
        await tampers.SampleAsync(async tamper =>
        {
            var (at, column, bit) = tamper;
            var tampered = rows.ToList();
            tampered[at] = (Tampered(rows[at].Entry, columns[column].Name, bit), rows[at].Payload);
            return await VerifyAsync(tampered) is ChainVerification.Broken;
        });
    }

    private static AuditLogEntry Tampered(AuditLogEntry entry, string column, int bit) => new()
    {
        Chain = column == "Chain" ? ChainId.OfShop(Flipped(entry.Chain.ShopId!.Value, bit)) : entry.Chain,
        Sequence = column == "Sequence" ? entry.Sequence ^ (1L << (bit % 40)) : entry.Sequence,
        Id = column == "Id" ? Flipped(entry.Id, bit) : entry.Id,
        At = column == "At" ? entry.At.AddTicks(1 + bit) : entry.At,
        Actor = column == "Actor" ? Flipped(entry.Actor, bit) : entry.Actor,
        ActorKind = column == "ActorKind" ? ActorKind.System : entry.ActorKind,
        Action = column == "Action" ? Flipped(entry.Action, bit) : entry.Action,
        Entity = column == "Entity" ? Flipped(entry.Entity, bit) : entry.Entity,
        EntityId = column == "EntityId" ? Flipped(entry.EntityId, bit) : entry.EntityId,
        PayloadCommitment = column == "PayloadCommitment" ? Flipped(entry.PayloadCommitment, bit) : entry.PayloadCommitment,
        RequestId = column == "RequestId" ? entry.RequestId + "x" : entry.RequestId,
        AppVersion = column == "AppVersion" ? Flipped(entry.AppVersion, bit) : entry.AppVersion,
        Canonical = column == "Canonical" ? Flipped(entry.Canonical, bit) : entry.Canonical,
        PreviousHash = column == "PreviousHash" ? Flipped(entry.PreviousHash, bit) : entry.PreviousHash,
        Hash = column == "Hash" ? Flipped(entry.Hash, bit) : entry.Hash,
    };

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var copy = bytes.ToArray();
        copy[bit / 8 % copy.Length] ^= (byte)(1 << (bit % 8));
        return copy;
    }

    private static Guid Flipped(Guid id, int bit) => new(Flipped(id.ToByteArray(), bit));

    private static string Flipped(string text, int bit) => Encoding.Latin1.GetString(Flipped(Encoding.Latin1.GetBytes(text), bit));

    private static List<Row> Chain(int count, ChainId? chain = null, string actor = "019a0000-0000-7000-8000-0000000000ff")
    {
        var head = ChainHead.Empty(chain ?? Shop);
        var rows = new List<Row>();
        for (var i = 1; i <= count; i++)
        {
            var id = Guid.CreateVersion7(Start.AddSeconds(i));
            var payload = AuditLogPayload.Seal(id, null, [new("Name", null, $"Vendor {i}")]);
            var entry = HashChain.Append(head, new AuditLogDraft
            {
                Id = id,
                At = Start.AddSeconds(i),
                Actor = actor,
                ActorKind = ActorKind.User,
                Action = "changed",
                Entity = "Vendor",
                EntityId = $"vendor {i}",
                PayloadCommitment = payload.Commitment,
                RequestId = "request 1",
                AppVersion = "1.0.0",
            });
            rows.Add((entry, payload));
            head = new ChainHead(head.Chain, entry.Sequence, entry.Hash);
        }
        return rows;
    }

    private static AuditLogDraft DraftOf(AuditLogEntry entry) => new()
    {
        Id = entry.Id,
        At = entry.At,
        Actor = entry.Actor,
        ActorKind = entry.ActorKind,
        Action = entry.Action,
        Entity = entry.Entity,
        EntityId = entry.EntityId,
        PayloadCommitment = entry.PayloadCommitment,
        RequestId = entry.RequestId,
        AppVersion = entry.AppVersion,
    };

    private static ChainHead HeadOf(IReadOnlyList<Row> rows) => new(rows[^1].Entry.Chain, rows[^1].Entry.Sequence, rows[^1].Entry.Hash);

    // Wherever a chain is cut into parts, reading them finds what reading it whole finds.
    private static async Task<ChainVerification> VerifyAsync(IReadOnlyList<Row> rows, ChainHead? head = null)
    {
        var whole = await HashChain.VerifyAsync(Shop, rows.ToAsyncEnumerable(), head, TestContext.Current.CancellationToken);
        var inOne = HashChain.Join(Shop, [await PartAsync(rows)]);
        for (var cut = 0; cut <= rows.Count; cut++)
            Assert.Equal(Words(inOne), Words(HashChain.Join(Shop, [await PartAsync(rows.Take(cut)), await PartAsync([]), await PartAsync(rows.Skip(cut))])));
        return whole;

        static Task<ChainPart> PartAsync(IEnumerable<Row> part) => HashChain.ReadPartAsync(Shop, part.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        static string Words(ChainVerification found) => found is ChainVerification.Intact intact
            ? $"{intact.Count}, {intact.WithoutDetails} without details, {Convert.ToHexStringLower(intact.Head.Hash)}" : found.ToString();
    }

    private static void AssertBroken(long sequence, string reason, ChainVerification result)
    {
        var broken = Assert.IsType<ChainVerification.Broken>(result);
        Assert.Equal(sequence, broken.AtSequence);
        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
    }
}
