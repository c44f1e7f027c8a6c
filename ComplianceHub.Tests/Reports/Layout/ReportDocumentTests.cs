using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Tests.Reports.Layout;

public sealed class ReportDocumentTests
{
    [Fact]
    public void The_same_tree_prints_the_same_bytes() =>
        Assert.Equal(SampleReport.Compose().ToPdf(), SampleReport.Compose().ToPdf());

    [Fact(Explicit = true)]
    public void Writes_the_sample_to_look_at()
    {
        var folder = Directory.CreateTempSubdirectory("report-").FullName;
        File.WriteAllBytes(Path.Combine(folder, "sample.pdf"), SampleReport.Compose().ToPdf());
        File.WriteAllText(Path.Combine(folder, "sample.txt"), SampleReport.Compose().ToText());
        TestContext.Current.TestOutputHelper?.WriteLine(folder);
    }
}
