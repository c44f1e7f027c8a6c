using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.CommandLine;

public sealed class ReportVerbTests(DemoDatabase demo) : IClassFixture<DemoDatabase>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("readiness")]
    [InlineData("record-of-processing")]
    [InlineData("third-parties")]
    public async Task Writes_a_PDF(string name)
    {
        var file = _folder.File("report.pdf");
        (await Verb.RunAsync("report", name, "--shop", "fjord-and-fable", "--as-of", "2026-11-23", "--output", file, "--database", demo.Path)).ShouldSucceed();
        Assert.StartsWith("%PDF-", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_shop_is_refused() =>
        (await Verb.RunAsync("report", "readiness", "--shop", "no-such", "--output", _folder.File("x.pdf"), "--database", demo.Path))
            .ShouldRefuse("There is no shop with the short name “no-such”.");

    [Fact]
    public async Task An_unknown_report_is_refused() =>
        (await Verb.RunAsync("report", "secrets", "--shop", "fjord-and-fable", "--output", _folder.File("x.pdf"), "--database", demo.Path))
            .ShouldRefuse("There is no report “secrets”");
}
