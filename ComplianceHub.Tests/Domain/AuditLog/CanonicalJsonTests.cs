using System.Text;
using System.Text.Json.Nodes;
using ComplianceHub.Domain.AuditLog;
using CsCheck;

namespace ComplianceHub.Tests.Domain.AuditLog;

public sealed class CanonicalJsonTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.OneOf(
        Gen.Char[' ', '~'], Gen.Char['\0', '\u001f'], Gen.Char['\u0080', '\ud7ff'], Gen.Int[0, 4].Select(i => "\"\\/\u2028\uffff"[i]))];

    private static readonly Gen<JsonNode?> Values = Tree(4);

    private static Gen<JsonNode?> Tree(int depth)
    {
        var leaf = Gen.OneOf(
            Words.Select(JsonNode? (text) => JsonValue.Create(text)),
            Gen.Bool.Select(JsonNode? (truth) => JsonValue.Create(truth)),
            Gen.Long[1 - CanonicalJson.IntegerLimit, CanonicalJson.IntegerLimit - 1].Select(JsonNode? (number) => JsonValue.Create(number)),
            Gen.Const(0).Select(JsonNode? (_) => null));
        return depth == 0 ? leaf : Gen.OneOf(
            leaf,
            Tree(depth - 1).Array[0, 4].Select(JsonNode? (items) => new JsonArray([.. items.Select(item => item?.DeepClone())])),
            Gen.Select(Words, Tree(depth - 1)).Array[0, 4].Select(JsonNode? (members) => new JsonObject(members
                .DistinctBy(member => member.Item1).Select(member => KeyValuePair.Create(member.Item1, member.Item2?.DeepClone())))));
    }

    private static JsonNode? Reversed(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reversed)]),
        _ => value?.DeepClone(),
    };

    [Fact]
    public void Says_what_was_put_in() =>
        Values.Sample(value => JsonNode.DeepEquals(JsonNode.Parse(CanonicalJson.Text(value)), value));

    [Fact]
    public void The_order_of_members_makes_no_difference() =>
        Values.Sample(value => CanonicalJson.Text(Reversed(value)) == CanonicalJson.Text(value));

    [Fact]
    public void Canonical_text_is_its_own_canonical_text() =>
        Values.Sample(value => CanonicalJson.Text(JsonNode.Parse(CanonicalJson.Text(value))) == CanonicalJson.Text(value));

    [Fact] // RFC 8785, section 3.2.3
    public void Sorts_members_by_UTF16_code_unit()
    {
        var value = JsonNode.Parse("""
            { "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis" }
            """);
        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
            + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            CanonicalJson.Text(value));
    }

    [Fact] // RFC 8785, sections 3.2.2 and 3.2.4, without its fractions
    public void Writes_the_bytes_of_the_standards_example()
    {
        var value = JsonNode.Parse("""
            { "numbers": [333333333, 4, 0],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false] }
            """);
        var text = """{"literals":[null,true,false],"numbers":[333333333,4,0],"string":"€$\u000f\nA'B\"\\\\\"/"}""";
        Assert.Equal(Encoding.UTF8.GetBytes(text), CanonicalJson.Bytes(value));
    }

    [Theory]
    [InlineData("0", "0"), InlineData("-0", "0"), InlineData("9007199254740991", "9007199254740991"), InlineData("-9007199254740991", "-9007199254740991")]
    public void Writes_integers_below_two_to_the_53(string number, string canonical) =>
        Assert.Equal(canonical, CanonicalJson.Text(JsonNode.Parse(number)));

    [Theory]
    [InlineData("9007199254740992"), InlineData("-9007199254740992"), InlineData("-9223372036854775808"), InlineData("18446744073709551616")]
    [InlineData("1.5"), InlineData("1e400"), InlineData("1.0")]
    public void Refuses_other_numbers(string number) =>
        Assert.Throws<FormatException>(() => CanonicalJson.Text(JsonNode.Parse(number)));

    [Fact]
    public void Refuses_half_a_character()
    {
        string[] texts = ["\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"]; // not as InlineData: attributes cannot hold them
        Assert.All(texts, text => Assert.Throws<FormatException>(() => CanonicalJson.Text(JsonValue.Create(text))));
        Assert.All(texts, text => Assert.Throws<FormatException>(() => CanonicalJson.Text(new JsonObject { [text] = true })));
    }

    [Fact]
    public void Refuses_what_is_nested_without_end()
    {
        var value = new JsonArray();
        for (var i = 0; i < 100; i++)
            value = [value];
        Assert.Throws<FormatException>(() => CanonicalJson.Text(value));
    }
}
