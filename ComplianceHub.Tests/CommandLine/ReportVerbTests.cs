using ComplianceHub.Reports.Signing;
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
        var (one, other) = (await PrintedAsync(here), await PrintedAsync(there));
        Assert.True(one.Length > 10_000);
        Assert.Equal(one, other);
    }

    // What was printed, without the proof of the log that was attached when the file was handed out.
    private static async Task<byte[]> PrintedAsync(string file)
    {
        var pdf = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        return pdf[..pdf.AsSpan(0, pdf.AsSpan().LastIndexOf("%%EOF"u8)).LastIndexOf("%%EOF"u8)];
    }

    [Fact]
    public async Task Says_inside_why_it_does_not_show_where_the_log_stood()
    {
        var (database, file) = (Copy(), _folder.File("x.pdf"));
        (await Verb.RunAsync("log", "rotate-key", "--database", database)).ShouldSucceed();
        foreach (var keys in Directory.EnumerateFiles(_folder.Path, "keys.json", SearchOption.AllDirectories).ToList())
            Directory.Delete(Path.GetDirectoryName(keys)!, recursive: true);
        (await Verb.RunAsync("report", "readiness", "--shop", "olive-row", "--output", file, "--database", database)).ShouldSucceed();
        var attached = Assert.Single(EmbeddedFiles.In(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
        Assert.Equal("log-proof-missing.txt", attached.Name);
        Assert.Contains("no checkpoint of the audit log could be signed", System.Text.Encoding.UTF8.GetString(attached.Content), StringComparison.Ordinal);
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
