using ComplianceHub.Compliance;

namespace ComplianceHub.Tests.Compliance;

public sealed class BandTests
{
    [Theory]
    [InlineData(0, Band.NotReady), InlineData(49, Band.NotReady)]
    [InlineData(50, Band.Gaps), InlineData(74, Band.Gaps)]
    [InlineData(75, Band.Nearly), InlineData(89, Band.Nearly)]
    [InlineData(90, Band.Ready), InlineData(100, Band.Ready)]
    public void A_band_starts_at_its_limit(int score, Band band) => Assert.Equal(band, Bands.Of(score));
}
