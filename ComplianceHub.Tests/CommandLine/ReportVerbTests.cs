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

    [Theory]
    [InlineData("readiness")]
    [InlineData("record-of-processing")]
    [InlineData("third-parties")]
    public async Task Another_process_prints_the_same_bytes(string name)
    {
        var (here, there) = (_folder.File("here.pdf"), _folder.File("there.pdf"));
        string[] report = ["report", name, "--shop", "fjord-and-fable", "--as-of", "2026-11-23", "--database", demo.Path, "--output"];
        (await Verb.RunAsync([.. report, here])).ShouldSucceed();
        Assert.Equal(0, (await HubCommand.RunAsync(_folder.Path, [.. report, there])).ExitCode);
        Assert.Equal(await File.ReadAllBytesAsync(here, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(there, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("a4", 595), InlineData("letter", 612), InlineData("Letter", 612)]
    public async Task Prints_on_the_paper_that_is_named(string paper, int width)
    {
        var file = _folder.File("report.pdf");
        (await Verb.RunAsync("report", "third-parties", "--shop", "olive-row", "--paper", paper, "--output", file, "--database", demo.Path)).ShouldSucceed();
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(file);
        Assert.Equal(width, Math.Round(pdf.GetPage(1).Width));
    }

    [Fact]
    public async Task An_unknown_paper_is_refused() =>
        (await Verb.RunAsync("report", "readiness", "--shop", "olive-row", "--paper", "napkin", "--output", _folder.File("x.pdf"), "--database", demo.Path))
            .ShouldRefuse("There is no paper “napkin”: choose a4 or letter.");

    [Fact]
    public async Task A_printed_report_is_in_the_log_with_who_printed_it()
    {
        var database = Copy();
        const string Count = "SELECT COUNT(*) FROM AuditLogEntries WHERE Action = 'downloaded' AND EntityId = 'readiness' AND ActorKind = 'OperatingSystemUser'";
        var before = await Sqlite.ScalarAsync<long>(database, Count);
        (await Verb.RunAsync("report", "readiness", "--shop", "olive-row", "--output", _folder.File("x.pdf"), "--database", database)).ShouldSucceed();
        Assert.Equal(before + 1, await Sqlite.ScalarAsync<long>(database, Count));
    }

    [Fact]
    public async Task Nothing_is_printed_that_cannot_be_logged()
    {
        var file = _folder.File("x.pdf");
        (await Verb.RunAsync("report", "readiness", "--shop", "olive-row", "--output", file, "--database", $"Data Source={Copy()};Mode=ReadOnly"))
            .ShouldRefuse("A report is handed out only with an entry in the log, so none is made now.");
        Assert.False(File.Exists(file));
    }

    private string Copy()
    {
        var path = _folder.File("copy.db");
        demo.CopyTo(path);
        return path;
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
