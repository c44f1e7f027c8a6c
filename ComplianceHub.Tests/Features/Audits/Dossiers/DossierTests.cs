using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Audits.Dossiers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits.Dossiers;

public sealed class DossierTests_on_Sqlite() : DossierTests(null);

public sealed class DossierTests_on_Postgres(PostgresServer server) : DossierTests(server);

/// <summary>What is in a dossier, for whom, and that it reads the same whenever it is asked for.</summary>
public abstract class DossierTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task It_holds_the_stored_bytes_of_everything_that_was_signed()
    {
        var file = await UploadAsync("contract.txt", "We process on instruction.");
        var audit = await SignedAsync();
        using var dossier = await UnpackedAsync(audit);
        await using var db = await OpenAsync();
        var signOff = await db.SignOffs.SingleAsync(row => row.AuditId == audit, Ct);
        var frozen = await db.FrozenShops.SingleAsync(row => row.AuditId == audit, Ct);
        foreach (var (name, sha256) in new[]
        {
            ("report.pdf", signOff.ReportSha256), ("frozen/signed-content.json", signOff.ContentSha256), ("frozen/snapshot-fjord-and-fable.json", frozen.SnapshotSha256),
            ("frozen/verdicts-fjord-and-fable.json", frozen.VerdictsSha256), ("evidence/E-01-contract.txt", file.Sha256),
        })
        {
            Assert.Equal(sha256, Sha256Text.Of(await File.ReadAllBytesAsync(dossier.PathOf(name), Ct)));
            Assert.Contains($"{sha256}  {name}\n", dossier.Text(Dossier.Sums), StringComparison.Ordinal);
        }
        Assert.Equal(["SHA256SUMS"], dossier.Names.Where(name => !dossier.Text(Dossier.Sums).Contains($"  {name}\n", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Its_bytes_are_the_same_each_time_though_the_log_goes_on()
    {
        await UploadAsync("contract.txt", "We process on instruction.");
        var audit = await SignedAsync();
        var first = await BytesAsync(audit);
        Clock.Advance(TimeSpan.FromDays(400));
        await UploadAsync("later.txt", "Later.");
        await ScopeOf(Actor.System("checkpoint")).GetRequiredService<Checkpoints>().WriteAsync(Ct);
        Assert.Equal(first, await BytesAsync(audit));
    }

    [Fact]
    public async Task The_log_tells_of_the_audit_and_of_nothing_else()
    {
        var audit = await DraftAsync();
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Secret Supplier", Country = "MT" });
        await Workflow(Officer).BeginFieldworkAsync(audit, Ct);
        await DecideAllAsync(audit, _ => { });
        await Workflow(Auditor).HandInAsync(audit, Ct);
        await SignAsync(audit);
        using var dossier = await UnpackedAsync(audit);
        var lines = dossier.Text("log/entries-fjord-and-fable.jsonl").TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        var told = lines.Where(line => line["canonical"] is not null).Select(line => JsonNode.Parse((string)line["canonical"]!)!).ToList();
        Assert.Equal(["Audit", "AuditItem", "FrozenShop", "SignOff"], told.Select(entry => (string)entry["entity"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Single(lines, line => line["canonicalSha256"] is not null);
        Assert.Equal(lines.Count - 1, (long)lines[^1]["seq"]! - (long)lines[0]["seq"]!);
        Assert.DoesNotContain("Secret", dossier.Text("log/entries-fjord-and-fable.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_tell_who_read_what_nor_who_was_invited()
    {
        var audit = await FrozenAsync();
        await using (var db = await OpenAsync())
        {
            db.Log(new AuditLogEvent(ChainId.OfShop(Shop.Id), "invited", nameof(Audit), audit.ToString("D")));
            await db.SaveChangesAsync(Ct);
        }
        await ServicesOf<AuditVisits>(Auditor).NoteAsync(await StoredAsync(audit), (await ItemsAsync(audit))[0], Ct);
        await DecideAllAsync(audit, _ => { });
        await Workflow(Auditor).HandInAsync(audit, Ct);
        await SignAsync(audit);
        using var dossier = await UnpackedAsync(audit);
        var told = dossier.Text("log/entries-fjord-and-fable.jsonl").TrimEnd().Split('\n').Select(line => (string?)JsonNode.Parse(line)!["canonical"]).OfType<string>();
        Assert.Equal(["added", "changed"], told.Select(entry => (string)JsonNode.Parse(entry)!["action"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(0, dossier.Run("python3 verify-dossier.py").ExitCode);
    }

    [Fact]
    public async Task Each_dossier_is_in_the_log_of_the_shop()
    {
        var audit = await SignedAsync();
        await BytesAsync(audit, Auditor);
        await using var db = await OpenAsync();
        var entry = await db.AuditLogEntries.SingleAsync(one => one.Entity == DossierWorkflow.Entity, Ct);
        Assert.Equal((ChainId.OfShop(Shop.Id), "downloaded", audit.ToString("D"), Auditor.ToString("D")), (entry.Chain, entry.Action, entry.EntityId, entry.Actor));
    }

    [Fact]
    public async Task A_file_that_is_gone_and_one_that_is_damaged_are_told()
    {
        var (gone, damaged) = (await UploadAsync("gone.txt", "Gone."), await UploadAsync("damaged.txt", "Damaged."));
        await UploadAsync("kept.txt", "Kept.");
        var audit = await SignedAsync();
        await using (var db = await OpenAsync())
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"EvidenceChunks\" WHERE \"Sha256\" = {gone.Sha256}", Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE \"EvidenceChunks\" SET \"Bytes\" = {new byte[] { 1 }} WHERE \"Sha256\" = {damaged.Sha256}", Ct);
        }
        var dossier = (await DossiersFor(Officer).OpenAsync(audit, Ct))!;
        Assert.Equal([$"E-01 damaged.txt (sha256 {damaged.Sha256}): its stored bytes are damaged", $"E-02 gone.txt (sha256 {gone.Sha256}): its bytes are not in the database any more"], dossier.Missing);
        using var unpacked = await UnpackedAsync(audit);
        Assert.Equal(["evidence/E-03-kept.txt"], unpacked.Names.Where(name => name.StartsWith("evidence/", StringComparison.Ordinal)));
        Assert.Contains("NOT COMPLETE", unpacked.Text("README.txt"), StringComparison.Ordinal);
        Assert.All([gone, damaged], file => Assert.Contains(file.Sha256, unpacked.Text("README.txt"), StringComparison.Ordinal));
        Assert.All([gone, damaged], file => Assert.Contains(file.Sha256, unpacked.Text(Dossier.Sums), StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_name_of_a_file_leads_out_of_its_folder_or_hides_another()
    {
        foreach (var (name, text) in new[] { ("a b.txt", "1"), ("a?b.txt", "2"), ("A b.txt", "3"), ("a b.txt", "4"), ("..\\..\\up.txt", "5"), ("CON.txt", "6"), ("Verträge – 2026.txt", "7"), ("....txt", "8"), (new string('x', 190) + ".txt", "9") })
            await UploadAsync(name, text);
        var audit = await SignedAsync();
        using var zip = new ZipArchive(new MemoryStream(await BytesAsync(audit)));
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.Distinct(names, StringComparer.OrdinalIgnoreCase);
        Assert.All(names, name => Assert.Matches(@"^([a-z]+/)?[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$", name));
        Assert.Equal(9, names.Count(name => name.StartsWith("evidence/", StringComparison.Ordinal)));
        Assert.DoesNotContain(names, name => name.Contains("..", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_see_the_audit_gets_nothing_and_no_entry()
    {
        var audit = await SignedAsync();
        foreach (var person in new[] { await StrangerAsync(), await PersonAsync(HubRole.Administrator, OtherShop.Id), await PersonAsync(HubRole.Viewer, SisterShop.Id) })
            Assert.Null(await DossiersFor(person).OpenAsync(audit, Ct));
        Assert.Null(await DossiersFor(Officer).OpenAsync(Guid.NewGuid(), Ct));
        await using var db = await OpenAsync();
        Assert.False(await db.AuditLogEntries.AnyAsync(one => one.Entity == DossierWorkflow.Entity, Ct));
    }

    [Fact]
    public async Task There_is_none_before_the_signature() => Assert.Null(await DossiersFor(Officer).OpenAsync(await HandedInAsync(), Ct));

    [Fact]
    public async Task Keys_that_are_lost_are_told_and_the_rest_is_there()
    {
        var audit = await SignedAsync();
        await BytesAsync(audit);
        foreach (var file in Directory.EnumerateFiles(Folder, "keys.json", SearchOption.AllDirectories).ToList())
            File.Delete(file);
        using var dossier = await UnpackedAsync(audit);
        Assert.DoesNotContain(dossier.Names, name => name.StartsWith("keys/", StringComparison.Ordinal));
        Assert.Contains("was not to be had when this dossier was made", dossier.Text("README.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_written_piece_by_piece()
    {
        await UploadAsync("large.txt", new string('x', 3 * EvidenceChunk.Size));
        var audit = await SignedAsync();
        var output = new CountingStream();
        await (await DossiersFor(Officer).OpenAsync(audit, Ct))!.WriteAsync(output, Ct);
        Assert.InRange(output.Largest, 1, EvidenceChunk.Size);
    }

    private DossierWorkflow DossiersFor(Guid person) => ScopeOf(Actor.User(person)).GetRequiredService<DossierWorkflow>();

    private async Task<byte[]> BytesAsync(Guid audit, Guid? person = null)
    {
        using var bytes = new MemoryStream();
        await (await DossiersFor(person ?? Officer).OpenAsync(audit, Ct))!.WriteAsync(bytes, Ct);
        return bytes.ToArray();
    }

    private async Task<UnpackedDossier> UnpackedAsync(Guid audit) => new(new MemoryStream(await BytesAsync(audit)));

    private async Task<EvidenceFile> UploadAsync(string name, string text) =>
        await ScopeOf(Actor.User(Officer)).GetRequiredService<EvidenceStore>().SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, Shop.Id, Ct);

    /// <summary>A response that counts; a web server refuses writes that block.</summary>
    private sealed class CountingStream : Stream
    {
        public int Largest { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => throw new InvalidOperationException("Flush blocks.");
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Write blocks.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Largest = Math.Max(Largest, buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
