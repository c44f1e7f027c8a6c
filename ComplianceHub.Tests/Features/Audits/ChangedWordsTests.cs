using System.Text.Json.Nodes;
using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Features.Audits;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.Audits;

/// <summary>What differs from what was signed, as people read it.</summary>
public sealed class ChangedWordsTests
{
    private static readonly Guid Known = Guid.NewGuid();
    private static readonly Dictionary<Guid, string> Names = new() { [Known] = "Stripe, Inc." };

    [Theory]
    [InlineData("Country", "\"IS\"", "Iceland")]
    [InlineData("ImporterCountry", "\"US\"", "United States")]
    [InlineData("ProcessingCountries", "[\"IN\",\"IS\"]", "India, Iceland")]
    [InlineData("Markets", "[\"DE\",\"NO\"]", "Germany, Norway"), InlineData("Establishments", "[\"IE\"]", "Ireland")]
    [InlineData("SubProcessors", "[{\"Country\":\"IN\",\"Name\":\"Helpdesk\"}]", "Country India, Name Helpdesk")]
    public void A_country_is_named(string field, string value, string words) => Assert.Equal(words, Words(field, value));

    [Theory]
    [InlineData("Country", "\"ZZ\"", "ZZ"), InlineData("Country", "\"\"", "–"), InlineData("Country", "null", "–")]
    [InlineData("Reference", "\"IS\"", "IS"), InlineData("Markets", "[]", "–")]
    public void What_is_no_country_stays_as_it_is(string field, string value, string words) => Assert.Equal(words, Words(field, value));

    [Fact]
    public void A_record_is_named_or_said_to_be_gone()
    {
        Assert.Equal("Stripe, Inc.", Words("VendorId", $"\"{Known:D}\""));
        Assert.Equal("a record that is gone", Words("VendorId", $"\"{Guid.NewGuid():D}\""));
    }

    [Theory]
    [InlineData("SignedOn", "\"2026-11-23\"", "23 Nov 2026"), InlineData("Signed", "true", "Yes"), InlineData("Signed", "false", "No")]
    public void Days_and_answers_are_words(string field, string value, string words) => Assert.Equal(words, Words(field, value));

    [Fact]
    public void A_third_party_that_moved_is_told_with_both_countries()
    {
        var signed = GivenShop.CompliantShop();
        var moved = RecordCopy.Of(signed.Vendors.Single(vendor => vendor.LegalName == "Criteo SA"));
        moved.Country = "IS";
        var difference = SnapshotDifference.Between(signed, signed with { Vendors = [.. signed.Vendors.Where(vendor => vendor.Id != moved.Id), moved] }, Regulations.All);
        Assert.True(difference.IsStale);
        var field = Assert.Single(Assert.Single(difference.Records).Fields);
        Assert.Equal(("France", "Iceland"), (ChangedWords.Of(field.Field, field.Signed, Names), ChangedWords.Of(field.Field, field.Now, Names)));
    }

    private static string Words(string field, string json) => ChangedWords.Of(field, JsonNode.Parse(json), Names);
}
