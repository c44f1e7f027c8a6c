using System.IO.Compression;
using System.Text;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using CsCheck;

namespace ComplianceHub.Tests.Data;

public sealed class FileTypeTests
{
    [Theory]
    [InlineData("%PDF-1.7\n", "a.pdf", "application/pdf")]
    [InlineData("Invoices are kept for ten years.", "a.txt", "text/plain")]
    [InlineData("id;name\n1;Grün", "a.CSV", "text/csv")]
    [InlineData("{\"a\": [1, 2]}", "a.json", "application/json")]
    [InlineData("\ufeff{\"a\": 1}", "a.json", "application/json")]
    [InlineData("From: a@example.com\r\nSubject: DPA\r\n\r\n<html>hello</html>", "a.eml", "message/rfc822")]
    public void Takes_what_its_content_says_it_is(string content, string name, string type) =>
        Assert.Equal(type, FileType.Of(Encoding.UTF8.GetBytes(content), name).ContentType);

    [Fact]
    public void Takes_pictures_and_office_files()
    {
        Assert.Equal("image/png", FileType.Of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "a.png").ContentType);
        Assert.Equal("image/jpeg", FileType.Of([0xFF, 0xD8, 0xFF, 0xE0, 0], "a.jpeg").ContentType);
        Assert.EndsWith("spreadsheetml.sheet", FileType.Of(Zip("[Content_Types].xml", "xl/workbook.xml"), "a.xlsx").ContentType, StringComparison.Ordinal);
        Assert.EndsWith("wordprocessingml.document", FileType.Of(Zip("[Content_Types].xml", "word/document.xml"), "a.docx").ContentType, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a.svg")]
    [InlineData("<svg/>", "a.txt")]
    [InlineData(" \n<!DOCTYPE html><script>alert(1)</script>", "a.txt")]
    [InlineData("a,b\n<script>alert(1)</script>", "a.csv")]
    [InlineData("<?xml version='1.0'?>", "a.json")]
    [InlineData("alert(1)", "a.js")]
    [InlineData("MZ\u0090\0\u0003", "a.exe")]
    [InlineData("MZ\0\0", "a.txt")]
    [InlineData("hello", "a")]
    [InlineData("{\"a\":", "a.json")]
    [InlineData("hello", "a.eml")]
    [InlineData("%PDF-1.7", "a.txt")]
    [InlineData("PK\u0003\u0004 broken", "a.xlsx")]
    public void Refuses_what_could_run_and_what_lies_about_itself(string content, string name) =>
        Assert.Throws<DomainException>(() => FileType.Of(Encoding.Latin1.GetBytes(content), name));

    [Theory]
    [InlineData("xl/workbook.xml", "xl/vbaProject.bin", "a.xlsx")]
    [InlineData("word/document.xml", "word/vbaProject.bin", "a.docx")]
    [InlineData("xl/workbook.xml", "xl/macrosheets/sheet1.xml", "a.xlsx")]
    public void Refuses_macros_under_an_innocent_name(string part, string macro, string name) =>
        Assert.Contains("macros", Assert.Throws<DomainException>(() => FileType.Of(Zip("[Content_Types].xml", part, macro), name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_an_archive_that_is_no_office_file() =>
        Assert.Throws<DomainException>(() => FileType.Of(Zip("evil.exe"), "a.docx"));

    [Fact]
    public void Any_bytes_are_taken_or_refused_with_a_sentence() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, 8], Gen.Bool).Sample((bytes, ending, zip) =>
        {
            byte[] content = zip ? [.. "PK\x03\x04"u8, .. bytes] : bytes;
            try
            {
                return FileType.Of(content, "a." + FileType.Taken[ending]) is not null;
            }
            catch (DomainException refusal)
            {
                return refusal.Message.Length > 10;
            }
        });

    private static byte[] Zip(params string[] names)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
                archive.CreateEntry(name);
        }
        return memory.ToArray();
    }
}
