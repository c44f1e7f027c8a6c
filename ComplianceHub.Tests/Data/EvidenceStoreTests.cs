using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class EvidenceStoreTests_on_Sqlite() : EvidenceStoreTests(null);

public sealed class EvidenceStoreTests_on_Postgres(PostgresServer server) : EvidenceStoreTests(server);

public abstract class EvidenceStoreTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    [Fact]
    public async Task Gives_back_the_bytes_it_took()
    {
        var bytes = Pdf(3 * EvidenceChunk.Size + 17);
        var manager = await PersonAsync(HubRole.Manager, Shop.Id);
        var file = await Store(manager).SaveAsync(new MemoryStream(bytes), @"C:\fakepath\Vertrag ü.pdf", Shop.Id, Ct);
        var content = await Store(manager).OpenAsync(file.Id, Ct);
        Assert.Equal(bytes, content!.Bytes);
        Assert.Equal(("Vertrag ü.pdf", "application/pdf", bytes.Length, manager), (content.File.FileName, content.File.ContentType, content.File.Size, content.File.UploadedBy));
        Assert.Equal(new DateOnly(2026, 11, 23), content.File.UploadedOn);
    }

    [Fact]
    public async Task Equal_files_are_stored_once_and_each_is_seen_by_its_own_shop()
    {
        var (officer, other) = (await PersonAsync(HubRole.PrivacyOfficer, Shop.Id), await PersonAsync(HubRole.PrivacyOfficer, OtherShop.Id));
        var mine = await Store(officer).SaveAsync(new MemoryStream(Pdf(1000)), "a.pdf", Shop.Id, Ct);
        var theirs = await Store(other).SaveAsync(new MemoryStream(Pdf(1000)), "b.pdf", OtherShop.Id, Ct);
        await using var db = await OpenAsync();
        Assert.Equal(1, await db.EvidenceChunks.CountAsync(Ct));
        Assert.NotNull(await Store(officer).OpenAsync(mine.Id, Ct));
        Assert.Null(await Store(officer).OpenAsync(theirs.Id, Ct));
    }

    [Fact]
    public async Task The_bytes_of_a_file_are_seen_only_with_its_record()
    {
        await Store(await PersonAsync(HubRole.PrivacyOfficer, Shop.Id)).SaveAsync(new MemoryStream(Pdf(1000)), "a.pdf", Shop.Id, Ct);
        await using var db = await OpenAsync(await PersonAsync(HubRole.PrivacyOfficer, OtherShop.Id));
        Assert.Empty(await db.EvidenceChunks.ToListAsync(Ct));
    }

    [Theory]
    [InlineData("invoice.hta"), InlineData("invoice.pdf.exe"), InlineData("invoice"), InlineData("../invoice.pdf")]
    public async Task A_renamed_file_keeps_the_ending_of_its_content(string name)
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        var file = await Store(officer).SaveAsync(new MemoryStream(Pdf(1000)), "a.pdf", Shop.Id, Ct);
        await using var db = await OpenAsync(officer);
        var stored = await db.EvidenceFiles.SingleAsync(one => one.Id == file.Id, Ct);
        stored.FileName = name;
        await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync(Ct));
        stored.FileName = "Invoice 7.PDF";
        await db.SaveChangesAsync(Ct);
    }

    [Fact]
    public async Task A_viewer_adds_no_file()
    {
        var viewer = await PersonAsync(HubRole.Viewer, Shop.Id);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Store(viewer).SaveAsync(new MemoryStream(Pdf(10)), "a.pdf", Shop.Id, Ct));
        await using var db = await OpenAsync(viewer);
        db.Add(new EvidenceChunk { Sha256 = new string('0', 64), Number = 0, Bytes = [1] });
        await Assert.ThrowsAsync<AccessDeniedException>(() => db.SaveChangesAsync(Ct));
    }

    [Fact]
    public async Task The_content_of_a_file_cannot_be_exchanged_under_its_name()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await Store(officer).SaveAsync(new MemoryStream(Pdf(1000)), "a.pdf", Shop.Id, Ct);
        await using var db = await OpenAsync(officer);
        (await db.EvidenceFiles.SingleAsync(Ct)).Sha256 = new string('0', 64);
        await Assert.ThrowsAsync<AccessDeniedException>(() => db.SaveChangesAsync(Ct));
    }

    [Fact]
    public async Task Damaged_bytes_are_never_served()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        var file = await Store(officer).SaveAsync(new MemoryStream(Pdf(1000)), "a.pdf", Shop.Id, Ct);
        await using (var db = await OpenAsync())
        {
            await db.Database.ExecuteSqlAsync($"""UPDATE "EvidenceChunks" SET "Bytes" = {new byte[] { 1, 2, 3 }}""", Ct);
        }
        Assert.Contains("damaged", (await Assert.ThrowsAsync<DomainException>(() => Store(officer).OpenAsync(file.Id, Ct))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_largest_file_is_25_megabytes()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        var largest = await Store(officer).SaveAsync(new MemoryStream(Pdf((int)EvidenceFile.LargestSize)), "a.pdf", Shop.Id, Ct);
        Assert.Equal(EvidenceFile.LargestSize, (await Store(officer).OpenAsync(largest.Id, Ct))!.Bytes.Length);
        var refusal = await Assert.ThrowsAsync<DomainException>(() =>
            Store(officer).SaveAsync(new MemoryStream(Pdf((int)EvidenceFile.LargestSize + 1)), "a.pdf", Shop.Id, Ct));
        Assert.Contains("25 MB", refusal.Message, StringComparison.Ordinal);
    }

    private EvidenceStore Store(Guid person) => ScopeOf(Actor.User(person)).GetRequiredService<EvidenceStore>();

    private static byte[] Pdf(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        return bytes;
    }
}
