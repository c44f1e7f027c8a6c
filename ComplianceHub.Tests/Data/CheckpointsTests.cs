using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class CheckpointsTests_on_Sqlite() : CheckpointsTests(null);

public sealed class CheckpointsTests_on_Postgres(PostgresServer server) : CheckpointsTests(server);

public abstract class CheckpointsTests(PostgresServer? server) : CheckpointFixture(server)
{
    [Fact]
    public async Task A_checkpoint_covers_all_chains_and_is_signed_in_the_database_and_beside_it()
    {
        var checkpoint = await WriteAsync();
        Assert.Equal((1, 5), (checkpoint.Number, checkpoint.Chains));
        var keys = (await Checkpoints().KeysAsync(Ct))!;
        Assert.Equal(checkpoint.LogRoot, keys.Verified(checkpoint.Note)!.Root);
        Assert.Equal(checkpoint.Note + "\n", await File.ReadAllTextAsync(await FileAsync(), Ct));
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Nothing_is_written_while_nothing_was_logged()
    {
        var first = await WriteAsync();
        Assert.Equal(first.Number, (await WriteAsync()).Number);
        await AddVendorAsync();
        Assert.Equal(2, (await WriteAsync()).Number);
        await using var db = await OpenAsync();
        Assert.Single(await db.AuditLogCheckpointHeads.Where(head => head.Number == 2).ToListAsync(Ct));
    }

    [Fact]
    public async Task The_kept_edge_of_the_tree_goes_forward_back_and_on_with_another_history()
    {
        List<LogCheckpoint> written = [];
        for (var i = 0; i < 5; i++)
        {
            await AddVendorAsync();
            written.Add(await WriteAsync());
        }
        await using var db = await OpenAsync();
        var kept = new CheckpointFrontier();
        foreach (var number in (int[])[3, 5, 2, 4])
            Assert.Equal(written[number - 1].LogRoot, (await kept.AfterAsync(db, number, Ct)).Root());
        // What somebody else goes on with stays theirs.
        (await kept.AfterAsync(db, 4, Ct)).Append(new byte[32]);
        Assert.Equal(written[4].LogRoot, (await kept.AfterAsync(db, 5, Ct)).Root());
        await BehindAsync("""UPDATE "AuditLogCheckpoints" SET "Chains" = 77 WHERE "Number" = 5""");
        Assert.Equal(written[4].LogRoot, (await kept.AfterAsync(db, 5, Ct)).Root());
        await BehindAsync("""UPDATE "AuditLogCheckpoints" SET "LogRoot" = "TreeRoot" WHERE "Number" = 5""");
        Assert.NotEqual(written[4].LogRoot, (await kept.AfterAsync(db, 5, Ct)).Root());
    }

    [Fact]
    public async Task The_private_key_is_for_the_owner_alone()
    {
        await WriteAsync();
        var file = Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(await FileAsync())!, "*.key.pem"));
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", await File.ReadAllTextAsync(file, Ct), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Many_writers_at_once_leave_one_row_of_checkpoints()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await AddVendorAsync();
            await WriteAsync();
        }));
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task A_new_key_is_introduced_by_the_old_one_and_both_are_believed()
    {
        await WriteAsync();
        var rotated = await Checkpoints().RotateKeyAsync(Ct);
        Assert.Equal((2, rotated.Keys[0].Until), (rotated.Keys.Count, rotated.Keys[1].From));
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(await FileAsync())!, "*.key.pem"));
        await WriteAsync();
        Assert.True((await VerifyAsync()).IsIntact);
        await using var db = await OpenAsync();
        var entry = await db.AuditLogEntries.SingleAsync(row => row.Action == "rotated", Ct);
        Assert.Equal((ChainId.System, rotated.Current.Key.IdText), (entry.Chain, entry.EntityId));
    }

    [Fact]
    public async Task A_key_that_nobody_introduced_is_not_believed()
    {
        await WriteAsync();
        await Checkpoints().RotateKeyAsync(Ct);
        var file = Path.Combine(Path.GetDirectoryName(await FileAsync())!, SigningKeys.PublicFile);
        var json = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(file, Ct))!;
        json["keys"]![1]!["rotation"] = null;
        await File.WriteAllTextAsync(file, json.ToJsonString(), Ct);
        Assert.Equal(LogFault.Signature, (await VerifyAsync()).Worst);
    }

    [Fact]
    public async Task Only_an_administrator_changes_the_key()
    {
        var officer = ScopeOf(Actor.User(await PersonAsync(HubRole.PrivacyOfficer)));
        await Assert.ThrowsAsync<AccessDeniedException>(() => officer.GetRequiredService<Checkpoints>().RotateKeyAsync(Ct));
    }

    [Fact]
    public async Task Only_an_administrator_goes_on_without_the_key()
    {
        await WriteAsync();
        var officer = ScopeOf(Actor.User(await PersonAsync(HubRole.PrivacyOfficer)));
        await Assert.ThrowsAsync<AccessDeniedException>(() => officer.GetRequiredService<Checkpoints>().ContinueWithoutKeyAsync(Ct));
    }

    [Fact]
    public async Task A_second_loss_is_survived_too_and_what_is_published_says_it()
    {
        await WriteAsync();
        for (var i = 2; i <= 3; i++)
        {
            var current = (await Checkpoints().KeysAsync(Ct))!.Current.Key.IdText;
            File.Delete(Path.Combine(Path.GetDirectoryName(await FileAsync())!, $"{current}.key.pem"));
            var continued = await Checkpoints().ContinueWithoutKeyAsync(Ct);
            Assert.EndsWith($"/{i}", continued.Origin, StringComparison.Ordinal);
            Assert.Equal(continued.ToJson(), LogKeys.Parse(continued.ToJson()).ToJson());
        }
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Theory]
    [InlineData("""UPDATE "AuditLogCheckpoints" SET "Chains" = 9 WHERE "Number" = 1""")]
    [InlineData("""DELETE FROM "AuditLogCheckpointHeads" """)]
    public async Task The_database_refuses_to_change_checkpoints(string sql)
    {
        await WriteAsync();
        await using var db = await OpenAsync();
        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Ct));
        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LogFault.Signature, """UPDATE "AuditLogCheckpoints" SET "Chains" = 9 WHERE "Number" = 2""")]
    [InlineData(LogFault.Signature, """UPDATE "AuditLogCheckpoints" SET "Note" = replace("Note", '2', '3') WHERE "Number" = 2""")]
    [InlineData(LogFault.Signature, """UPDATE "AuditLogCheckpointHeads" SET "Sequence" = "Sequence" + 1 WHERE "Number" = 2""")]
    [InlineData(LogFault.Signature, """DELETE FROM "AuditLogCheckpointHeads" WHERE "Number" = 2""")]
    [InlineData(LogFault.Gap, """DELETE FROM "AuditLogCheckpoints" WHERE "Number" = 1""")]
    public async Task What_is_changed_in_checkpoints_is_found(LogFault fault, string sql)
    {
        for (var i = 0; i < 3; i++)
        {
            await AddVendorAsync();
            await WriteAsync();
        }
        await BehindAsync(sql);
        var worst = (await VerifyAsync()).Checkpoints.Faults[0].Fault;
        Assert.Equal(fault, worst);
    }
}
