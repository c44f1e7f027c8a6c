using System.Text;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Features.Audits;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class AuditEvidenceTests_on_Sqlite() : AuditEvidenceTests(null);

public sealed class AuditEvidenceTests_on_Postgres(PostgresServer server) : AuditEvidenceTests(server);

/// <summary>The files of an audit go to those who see the audit, as they were frozen, and the log knows.</summary>
public abstract class AuditEvidenceTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task The_auditor_reads_what_was_frozen_though_the_file_was_renamed_and_retired()
    {
        var file = await UploadAsync("contract.txt", "We process on instruction.");
        var audit = await FrozenAsync();
        await using (var db = await OpenAsync())
        {
            var live = await db.EvidenceFiles.SingleAsync(row => row.Id == file, Ct);
            (live.FileName, live.RetiredOn) = ("other.txt", new DateOnly(2026, 11, 23));
            await db.SaveChangesAsync(Ct);
        }
        var content = await EvidenceFor(Auditor).OpenAsync(audit, file, EvidenceReading.Downloaded, Ct);
        Assert.Equal(("contract.txt", "We process on instruction."), (content!.File.FileName, Encoding.UTF8.GetString(content.Bytes)));
    }

    [Fact]
    public async Task A_file_that_came_later_is_none_of_the_audits()
    {
        var audit = await FrozenAsync();
        Assert.Null(await EvidenceFor(Auditor).OpenAsync(audit, await UploadAsync("later.txt", "Later."), EvidenceReading.Opened, Ct));
        Assert.Empty(await ReadingsAsync());
    }

    [Fact]
    public async Task Another_audits_file_is_none_of_this_audits()
    {
        var audit = await FrozenAsync();
        var file = await UploadAsync("later.txt", "Later.");
        var other = await FrozenAsync();
        Assert.Null(await EvidenceFor(Auditor).OpenAsync(audit, file, EvidenceReading.Downloaded, Ct));
        Assert.NotNull(await EvidenceFor(Auditor).OpenAsync(other, file, EvidenceReading.Downloaded, Ct));
    }

    [Fact]
    public async Task A_stranger_reads_nothing()
    {
        var file = await UploadAsync("contract.txt", "We process on instruction.");
        Assert.Null(await EvidenceFor(await StrangerAsync()).OpenAsync(await FrozenAsync(), file, EvidenceReading.Downloaded, Ct));
        Assert.Empty(await ReadingsAsync());
    }

    [Fact]
    public async Task Access_ends_the_day_after_its_last()
    {
        var file = await UploadAsync("contract.txt", "We process on instruction.");
        var audit = await FrozenAsync();
        Clock.SetUtcNow(new(2026, 12, 18, 23, 59, 0, TimeSpan.Zero));
        Assert.NotNull(await EvidenceFor(Auditor).OpenAsync(audit, file, EvidenceReading.Opened, Ct));
        Clock.SetUtcNow(new(2026, 12, 19, 0, 0, 0, TimeSpan.Zero));
        Assert.Null(await EvidenceFor(Auditor).OpenAsync(audit, file, EvidenceReading.Opened, Ct));
    }

    [Fact]
    public async Task A_grant_that_was_taken_away_works_at_the_next_action()
    {
        var file = await UploadAsync("contract.txt", "We process on instruction.");
        var audit = await FrozenAsync();
        var evidence = EvidenceFor(Auditor);
        Assert.NotNull(await evidence.OpenAsync(audit, file, EvidenceReading.Opened, Ct));
        await using (var db = await OpenAsync())
        {
            db.Remove(await db.Grants.SingleAsync(grant => grant.AuditId == audit, Ct));
            await db.SaveChangesAsync(Ct);
        }
        Assert.Null(await evidence.OpenAsync(audit, file, EvidenceReading.Opened, Ct));
    }

    [Fact]
    public async Task Looking_is_logged_once_for_each_audit_and_taking_away_each_time()
    {
        var file = await UploadAsync("contract.txt", "We process on instruction.");
        Guid[] audits = [await FrozenAsync(), await FrozenAsync()];
        foreach (var audit in audits)
        {
            foreach (var reading in (EvidenceReading[])[EvidenceReading.Opened, EvidenceReading.Opened, EvidenceReading.Downloaded, EvidenceReading.Downloaded])
                await EvidenceFor(Auditor).OpenAsync(audit, file, reading, Ct);
        }
        Assert.Equal(["opened", "downloaded", "downloaded", "opened", "downloaded", "downloaded"], (await ReadingsAsync()).Select(entry => entry.Action));
        Assert.All(await ReadingsAsync(), entry => Assert.Equal(($"{Auditor}", ChainId.OfShop(Shop.Id)), (entry.Actor, entry.Chain)));
    }

    [Fact]
    public async Task Damaged_bytes_are_not_handed_out()
    {
        var file = await UploadAsync("contract.txt", "We process on instruction.");
        var audit = await FrozenAsync();
        await using (var db = await OpenAsync())
            await db.Database.ExecuteSqlAsync($"""UPDATE "EvidenceChunks" SET "Bytes" = {"Something else."u8.ToArray()}""", Ct);
        await Assert.ThrowsAsync<DomainException>(() => EvidenceFor(Auditor).OpenAsync(audit, file, EvidenceReading.Downloaded, Ct));
        Assert.Empty(await ReadingsAsync());
    }

    private AuditEvidence EvidenceFor(Guid person) => ScopeOf(Actor.User(person)).GetRequiredService<AuditEvidence>();

    private async Task<Guid> UploadAsync(string name, string text) =>
        (await ScopeOf(Actor.System("test")).GetRequiredService<EvidenceStore>().SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, Shop.Id, Ct)).Id;

    private async Task<List<AuditLogEntry>> ReadingsAsync()
    {
        await using var db = await OpenAsync();
        return await db.AuditLogEntries.AsNoTracking().Where(entry => entry.Entity == nameof(EvidenceFile) && (entry.Action == "opened" || entry.Action == "downloaded"))
            .OrderBy(entry => entry.Sequence).ToListAsync(Ct);
    }
}
