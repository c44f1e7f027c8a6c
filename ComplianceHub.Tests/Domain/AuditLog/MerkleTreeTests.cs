using ComplianceHub.Domain.AuditLog;
using CsCheck;

namespace ComplianceHub.Tests.Domain.AuditLog;

public sealed class MerkleTreeTests
{
    // The leaves and roots with which implementations of RFC 6962 test each other (certificate-transparency, merkletree_test).
    private static readonly byte[][] Leaves =
    [
        .. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }
            .Select(hex => MerkleTree.LeafHash(Convert.FromHexString(hex))),
    ];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_are_those_of_the_known_vectors(int size, string root) =>
        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root(Leaves.AsSpan(0, size))));

    [Fact]
    public void A_proof_of_inclusion_is_that_of_the_known_vector() => Assert.Equal(
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
        MerkleTree.InclusionProof(Leaves, 5).Select(Convert.ToHexStringLower));

    [Fact]
    public void A_proof_of_consistency_is_that_of_the_known_vector() => Assert.Equal(
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
        MerkleTree.ConsistencyProof(Leaves, 6).Select(Convert.ToHexStringLower));

    [Fact]
    public void Every_leaf_of_every_size_proves_its_place_and_no_other()
    {
        var leaves = Enumerable.Range(0, 40).Select(i => MerkleTree.LeafHash([(byte)i])).ToArray();
        for (var size = 1; size <= leaves.Length; size++)
        {
            var tree = leaves.AsSpan(0, size);
            var root = MerkleTree.Root(tree);
            for (var i = 0; i < size; i++)
            {
                var proof = MerkleTree.InclusionProof(tree, i);
                Assert.True(MerkleTree.Includes(root, size, leaves[i], i, proof));
                Assert.False(MerkleTree.Includes(root, size, MerkleTree.LeafHash([99]), i, proof));
                Assert.False(size > 1 && MerkleTree.Includes(root, size, leaves[i], (i + 1) % size, proof));
                Assert.False(MerkleTree.Includes(root, size, leaves[i], i, [.. proof, root]));
            }
        }
    }

    [Fact]
    public void Every_earlier_size_proves_that_the_tree_only_grew()
    {
        var leaves = Enumerable.Range(0, 40).Select(i => MerkleTree.LeafHash([(byte)i])).ToArray();
        for (var later = 1; later <= leaves.Length; later++)
        {
            var root = MerkleTree.Root(leaves.AsSpan(0, later));
            for (var earlier = 1; earlier <= later; earlier++)
            {
                var proof = MerkleTree.ConsistencyProof(leaves.AsSpan(0, later), earlier);
                Assert.True(MerkleTree.IsConsistent(MerkleTree.Root(leaves.AsSpan(0, earlier)), earlier, root, later, proof));
                Assert.False(MerkleTree.IsConsistent(MerkleTree.EmptyRoot, earlier, root, later, proof));
                Assert.False(earlier < later && MerkleTree.IsConsistent(root, earlier, root, later, proof));
            }
        }
    }

    [Fact]
    public void A_tree_of_heads_has_the_same_root_whichever_way_it_came_there() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[1, 1000]).List[1, 60].Sample(moves =>
        {
            var tree = new HeadTree();
            foreach (var (shop, sequence) in moves)
            {
                tree.Set(Head(shop, sequence));
                tree.Root();
            }
            var fresh = tree.Heads.Select(HeadTree.LeafOf).ToArray();
            return tree.Root().AsSpan().SequenceEqual(MerkleTree.Root(fresh))
                && tree.Heads.Select((head, index) => (head, index)).All(one => tree.InclusionProof(one.head.Chain).SequenceEqual(MerkleTree.InclusionProof(fresh, one.index), ByContent));
        });

    [Fact]
    public void The_edge_of_a_tree_knows_the_path_of_the_next_leaf()
    {
        var leaves = Enumerable.Range(0, 40).Select(i => MerkleTree.LeafHash([(byte)i])).ToArray();
        var edge = new MerkleFrontier();
        for (var i = 0; i < leaves.Length; i++)
        {
            Assert.Equal(MerkleTree.InclusionProof(leaves.AsSpan(0, i + 1), i), edge.PathOfNext());
            var copy = edge.Copy();
            edge.Append(leaves[i]);
            Assert.Equal((i, i + 1), (copy.Size, edge.Size));
            Assert.Equal(MerkleTree.Root(leaves.AsSpan(0, i)), copy.Root());
        }
    }

    private static readonly IEqualityComparer<byte[]> ByContent =
        EqualityComparer<byte[]>.Create((one, other) => one.AsSpan().SequenceEqual(other), hash => hash[0]);

    private static ChainHead Head(int shop, int sequence) =>
        new(ChainId.OfShop(new Guid(shop, 0, 0, new byte[8])), sequence, MerkleTree.LeafHash([(byte)sequence]));
}
