using System.Security.Cryptography;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Tests.Data;
using Microsoft.Data.Sqlite;

namespace ComplianceHub.Tests.Benchmarks;

/// <summary>How long it takes to verify a log of a million entries, and that it takes no more memory than a short one.</summary>
public sealed class LogBenchmarks() : HubDatabaseFixture(null)
{
    private const int Entries = 1_000_000;

    [Fact(Explicit = true)]
    public async Task Verify_a_million_entries()
    {
        await AppendAsync();
        var floor = await Measured.Async("floor: read 1,000,000 entries by SQL and hash their bytes", ReadAsync);
        var before = Live();
        long most = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var watch = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(20, CancellationToken.None);
            }
        }, Ct);
        LogVerification? log = null;
        await Measured.Async("verify 1,000,000 entries", async () =>
            log = await ScopeOf(Actor.System("benchmark")).GetRequiredService<AuditLogVerifier>().VerifyAllAsync(Ct), floor);
        await stop.CancelAsync();
        await watch;
        Assert.True(log!.IsIntact);
        Assert.True(log.Count >= Entries);
        TestContext.Current.TestOutputHelper!.WriteLine($"memory: {before / 1e6:N0} MB before, {most / 1e6:N0} MB at most, garbage included, {Live() / 1e6:N0} MB after");
    }

    private static long Live() => GC.GetTotalMemory(forceFullCollection: true);

    // Past the program, which would save each with a record: the entries are the same.
    private async Task AppendAsync()
    {
        await using var db = new SqliteConnection(ConnectionString);
        await db.OpenAsync(Ct);
        await using var transaction = (SqliteTransaction)await db.BeginTransactionAsync(Ct);
        var head = await HeadAsync(db, transaction);
        await using var entry = Insert(db, transaction, "AuditLogEntries", "Chain", "Sequence", "Id", "At", "Actor", "ActorKind", "Action", "Entity", "EntityId", "PayloadCommitment", "RequestId", "AppVersion", "Canonical", "PreviousHash", "Hash");
        await using var payload = Insert(db, transaction, "AuditLogPayloads", "EntryId", "Salt", "Json");
        for (var i = 0; i < Entries; i++)
        {
            // A change every half a minute for a year: ids of one moment would lie all over the index.
            var at = Now.AddSeconds(30 * i);
            var id = Guid.CreateVersion7(at);
            var details = AuditLogPayload.Seal(id, null, [new("LegalName", "Stripe", $"Stripe {i}")]);
            var appended = HashChain.Append(head, new()
            {
                Id = id, At = at, Actor = "benchmark", ActorKind = ActorKind.System, Action = "changed", Entity = "Vendor", EntityId = Shop.Id.ToString("D"), PayloadCommitment = details.Commitment, AppVersion = "1.0.0",
            });
            head = new(head.Chain, appended.Sequence, appended.Hash);
            await RunAsync(entry, appended.Chain.ToString(), appended.Sequence, id, appended.At.UtcDateTime, appended.Actor, "System", appended.Action, appended.Entity, appended.EntityId, appended.PayloadCommitment, DBNull.Value, appended.AppVersion, appended.Canonical, appended.PreviousHash, appended.Hash);
            await RunAsync(payload, id, details.Salt, details.Json);
        }
        await using var update = db.CreateCommand();
        (update.Transaction, update.CommandText) = (transaction, """UPDATE "AuditLogHeads" SET "Sequence" = $0, "Hash" = $1 WHERE "Chain" = $2""");
        await RunAsync(With(update, 3), head.Sequence, head.Hash, head.Chain.ToString());
        await transaction.CommitAsync(Ct);
    }

    private async Task<ChainHead> HeadAsync(SqliteConnection db, SqliteTransaction transaction)
    {
        await using var command = db.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, """SELECT "Sequence", "Hash" FROM "AuditLogHeads" WHERE "Chain" = $0""");
        With(command, 1).Parameters[0].Value = ChainId.OfShop(Shop.Id).ToString();
        await using var reader = await command.ExecuteReaderAsync(Ct);
        Assert.True(await reader.ReadAsync(Ct));
        return new(ChainId.OfShop(Shop.Id), reader.GetInt64(0), (byte[])reader[1]);
    }

    private static SqliteCommand Insert(SqliteConnection db, SqliteTransaction transaction, string table, params string[] columns)
    {
        var command = db.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i}"))})";
        return With(command, columns.Length);
    }

    private static SqliteCommand With(SqliteCommand command, int parameters)
    {
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new($"${i}", null));
        return command;
    }

    private async Task RunAsync(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        await command.ExecuteNonQueryAsync(Ct);
    }

    private async Task ReadAsync()
    {
        await using var db = new SqliteConnection(ConnectionString);
        await db.OpenAsync(Ct);
        await using var command = db.CreateCommand();
        command.CommandText = """SELECT "Canonical", "Salt", "Json" FROM "AuditLogEntries" e LEFT JOIN "AuditLogPayloads" p ON p."EntryId" = e."Id" ORDER BY "Chain", "Sequence" """;
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
        {
            SHA256.HashData((byte[])reader[0]);
            if (!await reader.IsDBNullAsync(1, Ct))
                SHA256.HashData([.. (byte[])reader[1], .. System.Text.Encoding.UTF8.GetBytes(reader.GetString(2))]);
        }
    }
}
