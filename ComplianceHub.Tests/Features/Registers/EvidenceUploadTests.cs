using System.Text;
using Bunit;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Registers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Registers;

/// <summary>A file is taken by its content, up to 25 MB, and what is refused says why.</summary>
public sealed class EvidenceUploadTests() : RegisterPageFixture(null)
{
    [Fact]
    public async Task A_file_is_taken_and_listed()
    {
        var page = await UploadAsync("%PDF-1.7 agreement"u8.ToArray(), "Agreement.pdf");
        page.WaitForAssertion(() => Assert.Equal(["Agreement.pdf"], Names(page)));
        Assert.Contains("Agreement.pdf uploaded.", page.Markup, StringComparison.Ordinal);
        await using var db = await OpenAsync();
        var file = await db.EvidenceFiles.SingleAsync(Ct);
        Assert.Equal((Shop.Id, "application/pdf"), (file.ShopId!.Value, file.ContentType));
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", "page.pdf", "The file's name ends in “pdf”, but its content is something else.")]
    [InlineData("<html><script>alert(1)</script></html>", "page.html", "This kind of file is not taken.")]
    [InlineData("%PDF-1.7", "picture.png", "its content is pdf. Rename it")]
    public async Task The_content_decides_and_not_the_name(string content, string name, string sentence)
    {
        var page = await UploadAsync(Encoding.UTF8.GetBytes(content), name);
        page.WaitForAssertion(() => Assert.Contains(sentence, page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await using var db = await OpenAsync();
        Assert.False(await db.EvidenceFiles.AnyAsync(Ct));
    }

    [Fact]
    public async Task A_byte_more_than_25_megabytes_is_too_large()
    {
        var bytes = new byte[EvidenceFile.LargestSize + 1];
        "%PDF-1.7"u8.CopyTo(bytes);
        var page = await UploadAsync(bytes, "large.pdf");
        page.WaitForAssertion(() => Assert.Contains("larger than 25 MB", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_viewer_finds_nothing_to_upload_with()
    {
        var page = await ShowAsync<EvidencePage>(HubRole.Viewer, Shop);
        Assert.Empty(page.FindAll("input[type=file]"));
    }

    private async Task<IRenderedComponent<IComponent>> UploadAsync(byte[] bytes, string name)
    {
        var page = await ShowAsync<EvidencePage>(HubRole.PrivacyOfficer, Shop);
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(bytes, name));
        return page;
    }
}
