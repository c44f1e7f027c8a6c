using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Data;

public sealed class RolledBackLogTests_on_Sqlite() : RolledBackLogTests(null);

public sealed class RolledBackLogTests_on_Postgres(PostgresServer server) : RolledBackLogTests(server);

/// <summary>A log, or its file, that contradicts a checkpoint which was signed before: no other is signed over it.</summary>
public abstract class RolledBackLogTests(PostgresServer? server) : CheckpointFixture(server)
{
    [Fact]
    public async Task A_chain_that_was_written_anew_contradicts_the_checkpoint()
    {
        await AddVendorAsync();
        await WriteAsync();
        await RewriteAsync();
        var log = await VerifyAsync();
        Assert.Equal(LogFault.Signature, log.Worst);
        Assert.Contains(log.Chains, chain => chain.Result is ChainVerification.Broken { AtSequence: 2 } broken && broken.Reason.Contains("Checkpoint 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cut_tail_stops_the_signing_and_raises_the_alarm_and_reading_goes_on()
    {
        await AddVendorAsync();
        await WriteAsync();
        await BehindAsync($"""DELETE FROM "AuditLogEntries" WHERE "Chain" = '{Chain}' AND "Sequence" = 2""",
            $"""UPDATE "AuditLogHeads" SET "Sequence" = 1, "Hash" = (SELECT "Hash" FROM "AuditLogEntries" WHERE "Chain" = '{Chain}') WHERE "Chain" = '{Chain}'""");
        Assert.Equal(LogFault.RolledBack, (await VerifyAsync()).Worst);

        await Checkpoints().LookBackAsync(Ct);
        Assert.Contains("shorter", Services.GetRequiredService<LogAlarm>().Reason, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DomainException>(WriteAsync);
        await AddVendorAsync();
    }

    [Fact]
    public async Task A_database_that_lost_checkpoints_is_older_than_its_file()
    {
        await WriteAsync();
        await AddVendorAsync();
        await WriteAsync();
        await BehindAsync("""DELETE FROM "AuditLogCheckpoints" WHERE "Number" = 2""", """DELETE FROM "AuditLogCheckpointHeads" WHERE "Number" = 2""");
        Assert.Equal(LogFault.RolledBack, (await VerifyAsync()).Worst);
        await Checkpoints().LookBackAsync(Ct);
        Assert.Contains("the file has 2 checkpoints, the database 1", Services.GetRequiredService<LogAlarm>().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_checkpoint_vouches_for_entries_that_replaced_those_of_before()
    {
        await AddVendorAsync();
        await WriteAsync();
        await RewriteAsync();
        await AddVendorAsync();
        var refusal = await Assert.ThrowsAsync<DomainException>(WriteAsync);
        Assert.Equal("The audit log has other entries than its checkpoints say: it was written anew.", refusal.Message);
        Assert.Equal(refusal.Message, Services.GetRequiredService<LogAlarm>().Reason);
    }

    [Fact]
    public async Task What_a_crash_left_out_of_the_file_comes_with_the_next_checkpoint()
    {
        var first = await WriteAsync();
        await File.WriteAllTextAsync(await FileAsync(), "", Ct);
        Assert.Equal(LogFault.Signature, (await VerifyAsync()).Worst);
        await AddVendorAsync();
        var second = await WriteAsync();
        Assert.Equal($"{first.Note}\n{second.Note}\n", await File.ReadAllTextAsync(await FileAsync(), Ct));
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Theory]
    [InlineData(1), InlineData(60), InlineData(-1), InlineData(-2)]
    public async Task A_note_that_a_crash_tore_is_written_to_its_end_and_signing_goes_on(int length)
    {
        var first = await WriteAsync();
        await AddVendorAsync();
        var second = await WriteAsync();
        var whole = System.Text.Encoding.UTF8.GetBytes($"{first.Note}\n{second.Note}\n");
        var begin = System.Text.Encoding.UTF8.GetByteCount(first.Note) + 1;
        await File.WriteAllBytesAsync(await FileAsync(), whole[..(length > 0 ? begin + length : whole.Length + length)], Ct);

        await Checkpoints().LookBackAsync(Ct);
        Assert.Null(Services.GetRequiredService<LogAlarm>().Reason);
        Assert.Equal(whole, await File.ReadAllBytesAsync(await FileAsync(), Ct));
        await AddVendorAsync();
        await WriteAsync();
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task The_first_note_may_be_torn_too()
    {
        var first = await WriteAsync();
        await File.WriteAllTextAsync(await FileAsync(), first.Note[..30], Ct);
        await AddVendorAsync();
        await WriteAsync();
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task An_end_that_is_no_beginning_of_ours_stops_the_signing_and_stays()
    {
        await WriteAsync();
        await File.AppendAllTextAsync(await FileAsync(), "compliancehub/audit/another", Ct);
        var before = await File.ReadAllBytesAsync(await FileAsync(), Ct);
        await Checkpoints().LookBackAsync(Ct);
        Assert.Contains("did not sign", Services.GetRequiredService<LogAlarm>().Reason, StringComparison.Ordinal);
        await AddVendorAsync();
        await Assert.ThrowsAsync<DomainException>(WriteAsync);
        Assert.Equal(before, await File.ReadAllBytesAsync(await FileAsync(), Ct));
    }

    [Theory]
    [InlineData("shorter", """DELETE FROM "AuditLogHeads" WHERE "Chain" = 'group'""")]
    [InlineData("other entries", """DELETE FROM "AuditLogEntries" WHERE "Chain" = 'group' AND "Sequence" = (SELECT "Sequence" FROM "AuditLogHeads" WHERE "Chain" = 'group')""")]
    [InlineData("cannot be read", """INSERT INTO "AuditLogCheckpointHeads" ("Chain", "Number", "Sequence", "Hash") SELECT 'x', "Number", "Sequence", "Hash" FROM "AuditLogCheckpointHeads" WHERE "Chain" = 'group'""")]
    public async Task What_contradicts_the_last_checkpoint_raises_the_alarm(string word, string sql)
    {
        await WriteAsync();
        await BehindAsync(sql);
        await Checkpoints().LookBackAsync(Ct);
        Assert.Contains(word, Services.GetRequiredService<LogAlarm>().Reason, StringComparison.Ordinal);
        await AddVendorAsync();
        await Assert.ThrowsAsync<DomainException>(WriteAsync);
    }
}
