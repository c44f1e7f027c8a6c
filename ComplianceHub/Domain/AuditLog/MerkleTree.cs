using System.Security.Cryptography;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// The hash tree of RFC 6962, section 2.1, over SHA-256: one root for many leaves, a short proof that a leaf is among
/// them, and a short proof that a later tree only added leaves. Pure.
/// </summary>
public static class MerkleTree
{
    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    /// <summary>SHA-256(0x00 || data).</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> data) => SHA256.HashData([0, .. data]);

    /// <summary>SHA-256(0x01 || left || right).</summary>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => SHA256.HashData([1, .. left, .. right]);

    /// <summary>The root over the hashes of the leaves.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves)
            frontier.Append(leaf);
        return frontier.Root();
    }

    /// <summary>The hashes that lead from a leaf to the root, nearest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public static IReadOnlyList<byte[]> InclusionProof(ReadOnlySpan<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Length);
        if (leaves.Length == 1)
            return [];
        var split = Split(leaves.Length);
        return index < split
            ? [.. InclusionProof(leaves[..split], index), Root(leaves[split..])]
            : [.. InclusionProof(leaves[split..], index - split), Root(leaves[..split])];
    }

    /// <summary>Whether a leaf is at its place in the tree of that size and root.</summary>
    public static bool Includes(ReadOnlySpan<byte> root, long size, ReadOnlySpan<byte> leaf, long index, IReadOnlyList<byte[]> proof)
    {
        if (index < 0 || index >= size)
            return false;
        var (node, last, hash) = (index, size - 1, leaf.ToArray());
        foreach (var sibling in proof)
        {
            if (last == 0)
                return false;
            if (node % 2 == 1 || node == last)
            {
                hash = NodeHash(sibling, hash);
                while (node % 2 == 0 && node != 0)
                    (node, last) = (node / 2, last / 2);
            }
            else
            {
                hash = NodeHash(hash, sibling);
            }
            (node, last) = (node / 2, last / 2);
        }
        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>The hashes that show that the tree began with its first <paramref name="earlier"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree never had that size.</exception>
    public static IReadOnlyList<byte[]> ConsistencyProof(ReadOnlySpan<byte[]> leaves, int earlier)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(earlier, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, leaves.Length);
        return SubProof(leaves, earlier, isWhole: true);
    }

    /// <summary>Whether the later tree only added leaves to the earlier one.</summary>
    public static bool IsConsistent(ReadOnlySpan<byte> earlierRoot, long earlierSize, ReadOnlySpan<byte> laterRoot, long laterSize, IReadOnlyList<byte[]> proof)
    {
        if (earlierSize < 1 || earlierSize > laterSize)
            return false;
        if (earlierSize == laterSize)
            return proof.Count == 0 && earlierRoot.SequenceEqual(laterRoot);
        // A whole subtree is its own first hash, which the proof leaves out (RFC 9162, 2.1.4.2).
        List<byte[]> path = (earlierSize & (earlierSize - 1)) == 0 ? [earlierRoot.ToArray(), .. proof] : [.. proof];
        if (path.Count == 0)
            return false;
        var (node, last) = (earlierSize - 1, laterSize - 1);
        while (node % 2 == 1)
            (node, last) = (node / 2, last / 2);
        var (first, second) = (path[0], path[0]);
        foreach (var hash in path.Skip(1))
        {
            if (last == 0)
                return false;
            if (node % 2 == 1 || node == last)
            {
                (first, second) = (NodeHash(hash, first), NodeHash(hash, second));
                while (node % 2 == 0 && node != 0)
                    (node, last) = (node / 2, last / 2);
            }
            else
            {
                second = NodeHash(second, hash);
            }
            (node, last) = (node / 2, last / 2);
        }
        return last == 0 && earlierRoot.SequenceEqual(first) && laterRoot.SequenceEqual(second);
    }

    private static List<byte[]> SubProof(ReadOnlySpan<byte[]> leaves, int earlier, bool isWhole)
    {
        if (earlier == leaves.Length)
            return isWhole ? [] : [Root(leaves)];
        var split = Split(leaves.Length);
        return earlier <= split
            ? [.. SubProof(leaves[..split], earlier, isWhole), Root(leaves[split..])]
            : [.. SubProof(leaves[split..], earlier - split, isWhole: false), Root(leaves[..split])];
    }

    // The largest power of two below the size.
    private static int Split(int size) => 1 << (31 - int.LeadingZeroCount(size - 1));
}
