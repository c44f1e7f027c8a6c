using System.Text.Json.Nodes;
using ComplianceHub.Domain.AuditLog;
using CsCheck;

namespace ComplianceHub.Tests.Domain.AuditLog;

public sealed class CanonicalObjectTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\0', '\u001f'], Gen.Char['\u0080', '\ud7ff'])];

    [Fact]
    public void Is_what_a_tree_with_the_same_members_becomes() =>
        Gen.Select(Words, Words.Null(), Gen.Long[1 - CanonicalJson.IntegerLimit, CanonicalJson.IntegerLimit - 1]).Sample((name, text, number) =>
            new CanonicalObject().With(name, text).With(name + "_", number).Bytes().AsSpan().SequenceEqual(
                CanonicalJson.Bytes(new JsonObject { [name] = text, [name + "_"] = number })));

    [Fact]
    public void Refuses_a_name_out_of_order_or_twice()
    {
        Assert.Throws<ArgumentException>(() => new CanonicalObject().With("b", 1).With("a", 1));
        Assert.Throws<ArgumentException>(() => new CanonicalObject().With("a", 1).With("a", 1));
    }

    [Fact]
    public void Refuses_what_has_no_canonical_form()
    {
        Assert.Throws<FormatException>(() => new CanonicalObject().With("a", "\ud800"));
        Assert.Throws<FormatException>(() => new CanonicalObject().With("a", CanonicalJson.IntegerLimit));
    }
}
