using System.Globalization;
using System.Text.Json.Nodes;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// Where every chain of the audit log stood at one moment, under one signature. Checkpoints are leaves of a tree that
/// only grows, so each one also vouches for all before it.
/// </summary>
public sealed class LogCheckpoint
{
    /// <summary>Its place among the checkpoints: 1 for the first, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>When it was written; UTC, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many chains there were.</summary>
    public required int Chains { get; init; }

    /// <summary>The root over the heads of all chains (<see cref="HeadTree"/>).</summary>
    public required byte[] TreeRoot { get; init; }

    /// <summary>The root over this checkpoint and all before it.</summary>
    public required byte[] LogRoot { get; init; }

    /// <summary>The signed text (<see cref="TreeHead"/> in a <see cref="SignedNote"/>).</summary>
    public required string Note { get; init; }

    /// <summary>The hash under which a checkpoint stands in the tree of checkpoints: of the RFC 8785 bytes of
    /// {"at", "chains", "n", "tree_root", "v"}.</summary>
    public static byte[] LeafOf(long number, DateTimeOffset at, int chains, byte[] treeRoot) => MerkleTree.LeafHash(CanonicalJson.Bytes(new JsonObject
    {
        ["v"] = 1,
        ["n"] = number,
        ["at"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        ["chains"] = chains,
        ["tree_root"] = Convert.ToHexStringLower(treeRoot),
    }));

    /// <summary>The hash of this checkpoint as a leaf.</summary>
    public byte[] Leaf => LeafOf(Number, At, Chains, TreeRoot);
}

/// <summary>The head of a chain that moved between two checkpoints. Chains that did not move are not repeated.</summary>
public sealed class CheckpointHead
{
    /// <summary>The chain.</summary>
    public required ChainId Chain { get; init; }

    /// <summary>The checkpoint that found it there.</summary>
    public required long Number { get; init; }

    /// <summary>The number of the chain's last entry.</summary>
    public required long Sequence { get; init; }

    /// <summary>The hash of that entry.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The same as a head.</summary>
    public ChainHead Head => new(Chain, Sequence, Hash);
}
