using System.Text.Json.Nodes;
using ComplianceHub.Components;

namespace ComplianceHub.Tests.Components;

public sealed class LoggedWordsTests
{
    private static readonly Guid Stripe = Guid.Parse("0199b0c4-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("\"2026-11-23\"", "23 Nov 2026"), InlineData("\"2026-11-23T09:00:00.0000000+00:00\"", "23 Nov 2026, 09:00 UTC"), InlineData("true", "Yes"), InlineData("5", "5")]
    [InlineData("null", "–"), InlineData("[]", "–"), InlineData("[\"US\",\"IE\"]", "US, IE"), InlineData("{\"NoticeDays\":30,\"Note\":null}", "Notice days 30")]
    [InlineData("\"0199b0c4-0000-7000-8000-000000000001\"", "Stripe"), InlineData("\"0199b0c4-0000-7000-8000-000000000002\"", "0199b0c4-0000-7000-8000-000000000002")]
    public void A_value_is_written_as_on_the_pages(string json, string text) =>
        Assert.Equal(text, LoggedWords.Text(JsonNode.Parse(json), new Dictionary<Guid, string> { [Stripe] = "Stripe" }));

    [Theory]
    [InlineData("changed", "DataElement", "Changed data element"), InlineData("signed in", "Person", "Signed in"), InlineData("added", "Person", "Added person")]
    public void What_happened_is_said_in_words(string action, string entity, string words) => Assert.Equal(words, LoggedWords.Happened(action, entity));
}
