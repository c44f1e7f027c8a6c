using System.Security.Cryptography;
using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Tests.Domain.AuditLog;

public sealed class SignedNoteTests : IDisposable
{
    private const string Name = "compliancehub/audit/test";
    private const string Text = "origin\n3\nroot\n";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _next = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _key.Dispose();
        _next.Dispose();
    }

    [Fact]
    public void A_note_reads_as_it_was_written()
    {
        var note = SignedNote.Sign(Text, Name, _key).ToString();
        Assert.StartsWith($"{Text}\n— {Name} ", note, StringComparison.Ordinal);
        Assert.Equal(note, SignedNote.Parse(note).ToString());
        Assert.True(SignedNote.Parse(note).IsSignedBy(NoteKey.Of(Name, _key)));
    }

    [Fact]
    public void Another_key_did_not_sign_it()
    {
        var note = SignedNote.Sign(Text, Name, _key);
        Assert.False(note.IsSignedBy(NoteKey.Of(Name, _next)));
        Assert.False(note.IsSignedBy(NoteKey.Of("compliancehub/audit/other", _key)));
    }

    [Fact]
    public void Two_keys_sign_one_note()
    {
        var note = SignedNote.Parse(SignedNote.Sign(Text, Name, _key, _next).ToString());
        Assert.True(note.IsSignedBy(NoteKey.Of(Name, _key)) && note.IsSignedBy(NoteKey.Of(Name, _next)));
    }

    [Fact]
    public void No_letter_can_be_changed()
    {
        var note = SignedNote.Sign(Text, Name, _key).ToString();
        var key = NoteKey.Of(Name, _key);
        for (var i = 0; i < note.Length; i++)
            Assert.False(Holds(note[..i] + (char)(note[i] ^ 1) + note[(i + 1)..], key), $"letter {i}");
    }

    [Fact]
    public void The_key_id_begins_the_hash_of_the_public_key() => Assert.Equal(
        Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()))[..8], NoteKey.Of(Name, _key).IdText);

    [Theory]
    [InlineData("no line break"), InlineData("a tab\t\n"), InlineData("")]
    public void Some_texts_cannot_be_signed(string text) => Assert.Throws<FormatException>(() => SignedNote.Sign(text, Name, _key));

    [Fact]
    public void The_text_of_a_checkpoint_is_three_lines()
    {
        var head = new TreeHead("compliancehub/audit/test", 7, MerkleTree.EmptyRoot);
        Assert.Equal("compliancehub/audit/test\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", head.Text);
        var read = TreeHead.Parse(head.Text);
        Assert.Equal((head.Origin, head.Size, head.Text), (read.Origin, read.Size, read.Text));
    }

    [Theory]
    [InlineData("o\n07\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"), InlineData("o\n-7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n7\nAAAA\n"), InlineData("o\n7\n"), InlineData("\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    public void What_is_no_checkpoint_is_refused(string text) => Assert.Throws<FormatException>(() => TreeHead.Parse(text));

    private static bool Holds(string note, NoteKey key)
    {
        try
        {
            return SignedNote.Parse(note).IsSignedBy(key);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
