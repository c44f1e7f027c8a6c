using System.Text.Json.Nodes;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// The RFC 6962 tree over the heads of all chains, sorted by the chain's name: one root says where every chain stands.
/// It keeps its inner nodes, so that a head that moves costs the logarithm of the number of chains.
/// </summary>
public sealed class HeadTree
{
    private readonly SortedList<string, ChainHead> _heads = new(StringComparer.Ordinal);
    private readonly List<byte[][]> _levels = [];
    private bool _isGrown = true;

    /// <summary>How many chains there are.</summary>
    public int Count => _heads.Count;

    /// <summary>The heads, sorted by the chain's name.</summary>
    public IEnumerable<ChainHead> Heads => _heads.Values;

    /// <summary>The head of a chain; null where it is not in the tree.</summary>
    public ChainHead? Of(ChainId chain) => _heads.GetValueOrDefault(chain.ToString());

    /// <summary>Notes where a chain stands.</summary>
    public void Set(ChainHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        var name = head.Chain.ToString();
        var isNew = !_heads.ContainsKey(name);
        _heads[name] = head;
        if (isNew)
            _isGrown = true;
        else if (!_isGrown)
            Replace(_heads.IndexOfKey(name), LeafOf(head));
    }

    /// <summary>The root over all heads.</summary>
    public byte[] Root()
    {
        if (_heads.Count == 0)
            return MerkleTree.EmptyRoot;
        if (_isGrown)
            Build();
        return _levels[^1][0];
    }

    /// <summary>The hashes that lead from a chain's head to the root, nearest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The chain is not in the tree.</exception>
    public IReadOnlyList<byte[]> InclusionProof(ChainId chain)
    {
        var index = _heads.IndexOfKey(chain.ToString());
        ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(chain));
        Root();
        List<byte[]> path = [];
        // An odd last node has no sibling and is passed up as it is.
        for (var level = 0; level < _levels.Count - 1; level++, index /= 2)
        {
            if ((index ^ 1) < _levels[level].Length)
                path.Add(_levels[level][index ^ 1]);
        }
        return path;
    }

    /// <summary>The hash of a head as a leaf: of the RFC 8785 bytes of {"chain", "hash", "seq"}.</summary>
    public static byte[] LeafOf(ChainHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return MerkleTree.LeafHash(CanonicalJson.Bytes(new JsonObject
        {
            ["chain"] = head.Chain.ToString(),
            ["hash"] = Convert.ToHexStringLower(head.Hash),
            ["seq"] = head.Sequence,
        }));
    }

    // Pairing level by level, with an odd last node passed up as it is, gives the tree of RFC 6962.
    private void Build()
    {
        _levels.Clear();
        _levels.Add([.. _heads.Values.Select(LeafOf)]);
        while (_levels[^1] is { Length: > 1 } below)
            _levels.Add([.. Enumerable.Range(0, (below.Length + 1) / 2).Select(i => Parent(below, i))]);
        _isGrown = false;
    }

    private void Replace(int index, byte[] leaf)
    {
        _levels[0][index] = leaf;
        for (var level = 1; level < _levels.Count; level++)
        {
            index /= 2;
            _levels[level][index] = Parent(_levels[level - 1], index);
        }
    }

    private static byte[] Parent(byte[][] below, int index) =>
        2 * index + 1 < below.Length ? MerkleTree.NodeHash(below[2 * index], below[2 * index + 1]) : below[2 * index];
}
