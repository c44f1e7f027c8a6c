using ComplianceHub.Reports.Layout.Typesetting;

namespace ComplianceHub.Tests.Reports.Layout.Typesetting;

/// <summary>Hebrew letters stand for any text from right to left: אבג is read alef, bet, gimel.</summary>
public sealed class ReadingOrderTests
{
    [Theory]
    [InlineData("Fjord & Fable"), InlineData("Ελλάδα, Україна – 2026"), InlineData("")]
    public void Text_from_left_to_right_needs_no_order(string text) => Assert.Null(ReadingOrder.Levels(text));

    [Theory]
    // A word inside Latin text turns around, the words beside it stay.
    [InlineData("shop אבג sells", "shop גבא sells")]
    // Two words and the space between them turn around together.
    [InlineData("shop אבג דהו sells", "shop והד גבא sells")]
    // A number inside keeps its digits in order.
    [InlineData("אבג 45 דהו", "והד 45 גבא")]
    [InlineData("אבג 12.5% דהו", "והד 12.5% גבא")]
    [InlineData("אבג 2026-11-23", "2026-11-23 גבא")]
    // The first strong letter decides where the full stop stands.
    [InlineData("אבג.", ".גבא")]
    [InlineData("shop אבג.", "shop גבא.")]
    // Brackets close what they open.
    [InlineData("shop אבג (2026) sells", "shop )2026( גבא sells")]
    [InlineData("shop (אבג) sells", "shop (גבא) sells")]
    [InlineData("אבג (ABC) דהו", "והד )ABC( גבא")]
    // A number behind Latin text reads like Latin text.
    [InlineData("אבג ABC 12 דהו", "והד ABC 12 גבא")]
    public void Stands_from_left_to_right(string read, string seen)
    {
        var levels = ReadingOrder.Levels(read)!;
        Assert.Equal(seen, string.Concat(ReadingOrder.Visual(levels).Select(at => read[at])));
    }
}
