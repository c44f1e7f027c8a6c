namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// The right edge of an RFC 6962 tree that grows leaf by leaf: enough to know the root at each size in memory that
/// grows with the logarithm of it.
/// </summary>
public sealed class MerkleFrontier
{
    // The roots of the whole subtrees, largest first; their sizes are the bits of the size.
    private readonly List<byte[]> _subtrees = [];

    /// <summary>How many leaves there are.</summary>
    public long Size { get; private set; }

    /// <summary>Adds the hash of the next leaf (<see cref="MerkleTree.LeafHash"/>).</summary>
    public void Append(byte[] leaf)
    {
        var node = leaf;
        for (var rest = Size; rest % 2 == 1; rest /= 2)
        {
            node = MerkleTree.NodeHash(_subtrees[^1], node);
            _subtrees.RemoveAt(_subtrees.Count - 1);
        }
        _subtrees.Add(node);
        Size++;
    }

    /// <summary>The hashes that will lead from the next leaf, once it is added, to the root then; nearest first.</summary>
    public IReadOnlyList<byte[]> PathOfNext() => [.. _subtrees.AsEnumerable().Reverse()];

    /// <summary>The same edge, to go on with apart from this one.</summary>
    public MerkleFrontier Copy()
    {
        var copy = new MerkleFrontier { Size = Size };
        copy._subtrees.AddRange(_subtrees);
        return copy;
    }

    /// <summary>The root over the leaves so far.</summary>
    public byte[] Root()
    {
        if (_subtrees.Count == 0)
            return MerkleTree.EmptyRoot;
        var root = _subtrees[^1];
        for (var i = _subtrees.Count - 2; i >= 0; i--)
            root = MerkleTree.NodeHash(_subtrees[i], root);
        return root;
    }
}
