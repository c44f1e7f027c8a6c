using System.Globalization;
using ComplianceHub.CommandLine;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using Microsoft.Data.Sqlite;

namespace ComplianceHub.Tests.Data;

/// <summary>
/// Alters the database file and the checkpoint file as somebody could who holds both, at random: every alteration is found with its exit code, and what nobody touched is never called harmed.
/// </summary>
public sealed class LogTamperingTests() : HubDatabaseFixture(null)
{
    private const string Triggers = "SELECT group_concat('DROP TRIGGER \"' || name || '\"', ';') FROM sqlite_master WHERE type = 'trigger'";
    private static readonly string[] Entries = ["Chain", "Sequence", "Id", "At", "Actor", "ActorKind", "Action", "Entity", "EntityId", "PayloadCommitment", "AppVersion", "Canonical", "PreviousHash", "Hash"];

    private readonly Random _random = new(20261123);
    private readonly string _folder = Directory.CreateTempSubdirectory("compliancehub-tamper-").FullName;
    private ServiceProvider? _altered;
    private byte[] _whole = [], _old = [], _file = [], _oldFile = [];

    private string Db => Path.Combine(_folder, "hub.db");

    private string CheckpointFile => Directory.EnumerateFiles(_folder, "checkpoints.txt", SearchOption.AllDirectories).Single();

    [Fact]
    public Task A_hundred_alterations_are_found_and_a_hundred_untouched_logs_are_intact() => TryAsync(100);

    [Fact(Explicit = true)]
    public Task A_thousand_alterations_are_found_and_a_thousand_untouched_logs_are_intact() => TryAsync(1000);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 1; i <= 6; i++)
        {
            for (var j = 0; j < 3; j++)
                await SaveAsync(new Vendor { ShopId = j == 0 ? null : j == 1 ? Shop.Id : OtherShop.Id, LegalName = $"Vendor {i} {j}" });
            await ScopeOf(Actor.System("test")).GetRequiredService<Checkpoints>().WriteAsync(Ct);
            if (i == 3)
                (_old, _oldFile) = await CopyAsync();
        }
        (_whole, _file) = await CopyAsync();
        _altered = Build($"Data Source={Db};Pooling=False");
    }

    public override async ValueTask DisposeAsync()
    {
        if (_altered is not null)
            await _altered.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    private async Task TryAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await RestoreAsync();
            Assert.Equal(0, await VerifyAsync());
            var (what, codes) = await AlterAsync(i);
            var code = await VerifyAsync();
            Assert.True(codes.Contains(code), $"alteration {i}: {what} ended with {code}, not {string.Join(" or ", codes)}");
        }
    }

    private Task<(string What, int[] Codes)> AlterAsync(int turn) => (turn % 16) switch
    {
        // The last entry of a chain under another chain's name is a tail that was cut off.
        0 or 1 or 2 => FlipAsync("AuditLogEntries", Entries, 3, 4, 7),
        3 => FlipAsync("AuditLogPayloads", ["Salt", "Json"], 6),
        4 => FlipAsync("AuditLogHeads", ["Chain", "Sequence", "Hash"], 3),
        5 or 6 => FlipAsync("AuditLogCheckpoints", ["Number", "At", "Chains", "TreeRoot", "LogRoot", "Note"], 5, 7),
        7 => FlipAsync("AuditLogCheckpointHeads", ["Chain", "Number", "Sequence", "Hash"], 5),
        8 => SqlAsync("""DELETE FROM "AuditLogEntries" WHERE rowid = (SELECT e.rowid FROM "AuditLogEntries" e JOIN "AuditLogHeads" h ON h."Chain" = e."Chain" WHERE e."Sequence" < h."Sequence" ORDER BY random() LIMIT 1)""", 7),
        9 => SqlAsync(RandomRow("DELETE FROM \"{0}\"", "AuditLogHeads", "AuditLogCheckpointHeads"), 3, 5),
        10 => SqlAsync("""DELETE FROM "AuditLogCheckpoints" WHERE "Number" = 1 + abs(random() % 6)""", 4, 7),
        11 => SwapAsync(),
        12 => CutAsync(),
        13 => WriteAsync("an older copy of the database", Db, _old, 4),
        14 => WriteAsync("an older or cut checkpoint file", CheckpointFile, _random.Next(2) == 0 ? _oldFile : _file[..^_random.Next(1, _file.Length)], 5),
        _ => WriteAsync("a bit of the checkpoint file", CheckpointFile, Flipped(_file), 5),
    };

    private async Task<(string, int[])> FlipAsync(string table, string[] columns, params int[] codes)
    {
        var column = columns[_random.Next(columns.Length)];
        await using var db = await OpenRawAsync();
        while (true)
        {
            var (row, value) = await RowAsync(db, table, column);
            await using var update = db.CreateCommand();
            update.CommandText = $"UPDATE \"{table}\" SET \"{column}\" = $value WHERE rowid = $row";
            update.Parameters.AddWithValue("$row", row);
            update.Parameters.AddWithValue("$value", value switch
            {
                byte[] bytes => Flipped(bytes),
                long number => number ^ (1L << _random.Next(6)),
                _ => Flipped((string)value, digitsOnly: column == "At"),
            });
            try
            {
                await update.ExecuteNonQueryAsync(Ct);
                return ($"a bit of {table}.{column} in row {row}", codes);
            }
            catch (SqliteException taken) when (taken.SqliteErrorCode == 19)
            {
                // The key is another row's: the database itself refuses that, so another one is tried.
            }
        }
    }

    private static async Task<(long Row, object Value)> RowAsync(SqliteConnection db, string table, string column)
    {
        await using var select = db.CreateCommand();
        select.CommandText = $"SELECT rowid, \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL ORDER BY random() LIMIT 1";
        await using var reader = await select.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        return (reader.GetInt64(0), reader.GetValue(1));
    }

    private Task<(string, int[])> SwapAsync() => _random.Next(3) switch
    {
        0 => SqlAsync("""UPDATE "AuditLogEntries" SET "Sequence" = CASE "Sequence" WHEN 2 THEN 1002 ELSE 2 END WHERE "Chain" = 'group' AND "Sequence" IN (2, 4); UPDATE "AuditLogEntries" SET "Sequence" = 4 WHERE "Chain" = 'group' AND "Sequence" = 1002""", 3),
        1 => SqlAsync("""UPDATE "AuditLogPayloads" SET "Json" = (SELECT p."Json" FROM "AuditLogPayloads" p WHERE p."EntryId" <> "AuditLogPayloads"."EntryId" ORDER BY p."EntryId" LIMIT 1) WHERE "EntryId" = (SELECT MAX("EntryId") FROM "AuditLogPayloads")""", 6),
        _ => SqlAsync("""UPDATE "AuditLogCheckpoints" SET "Note" = (SELECT c."Note" FROM "AuditLogCheckpoints" c WHERE c."Number" = 7 - "AuditLogCheckpoints"."Number")""", 5),
    };

    // The end of a chain goes, and its head with it: by itself the chain is intact.
    private Task<(string, int[])> CutAsync()
    {
        var keep = _random.Next(1, 5).ToString(CultureInfo.InvariantCulture);
        return SqlAsync(
            $"""
            DELETE FROM "AuditLogEntries" WHERE "Chain" = 'group' AND "Sequence" > {keep};
            UPDATE "AuditLogHeads" SET "Sequence" = {keep}, "Hash" = (SELECT "Hash" FROM "AuditLogEntries" WHERE "Chain" = 'group' AND "Sequence" = {keep}) WHERE "Chain" = 'group'
            """, 4);
    }

    private string RandomRow(string sql, params string[] tables)
    {
        var table = tables[_random.Next(tables.Length)];
        return $"{string.Format(CultureInfo.InvariantCulture, sql, table)} WHERE rowid = (SELECT rowid FROM \"{table}\" ORDER BY random() LIMIT 1)";
    }

    private async Task<(string, int[])> SqlAsync(string sql, params int[] codes)
    {
        await using var db = await OpenRawAsync();
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
        return (sql, codes);
    }

    private async Task<(string, int[])> WriteAsync(string what, string file, byte[] bytes, params int[] codes)
    {
        await File.WriteAllBytesAsync(file, bytes, Ct);
        return (what, codes);
    }

    private byte[] Flipped(byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        flipped[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
        return flipped;
    }

    // "2026,11-23" is read as the same day as "2026-11-23", so in a date only digits are changed.
    private string Flipped(string text, bool digitsOnly)
    {
        int at;
        do
            at = _random.Next(text.Length);
        while (digitsOnly && !char.IsAsciiDigit(text[at]));
        return $"{text[..at]}{(char)(text[at] ^ 1)}{text[(at + 1)..]}";
    }

    private async Task<SqliteConnection> OpenRawAsync()
    {
        var db = new SqliteConnection($"Data Source={Db};Pooling=False");
        await db.OpenAsync(Ct);
        await using var command = db.CreateCommand();
        command.CommandText = Triggers;
        command.CommandText = (string)(await command.ExecuteScalarAsync(Ct))!;
        await command.ExecuteNonQueryAsync(Ct);
        return db;
    }

    private async Task<int> VerifyAsync()
    {
        // Triggers that are missing are harm of their own; what is asked here is what the rest says.
        await using var scope = _altered!.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        return ExitCode.Of((await scope.ServiceProvider.GetRequiredService<AuditLogVerifier>().VerifyAllAsync(Ct) with { MissingTriggers = [] }).Worst);
    }

    private async Task RestoreAsync()
    {
        foreach (var beside in new[] { "-wal", "-shm" })
            File.Delete(Db + beside);
        await File.WriteAllBytesAsync(Db, _whole, Ct);
        await File.WriteAllBytesAsync(CheckpointFile, _file, Ct);
    }

    // The database without its write-ahead log, and the folder of keys as it stands.
    private async Task<(byte[] Database, byte[] File)> CopyAsync()
    {
        var copy = Path.Combine(_folder, "copy.db");
        await using (var source = new SqliteConnection(ConnectionString))
        await using (var target = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            await source.OpenAsync(Ct);
            await target.OpenAsync(Ct);
            source.BackupDatabase(target);
        }
        var folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(ConnectionString).DataSource)!;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetDirectoryName(file) != folder))
        {
            var beside = Path.Combine(_folder, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(beside)!);
            File.Copy(file, beside, overwrite: true);
        }
        var bytes = await File.ReadAllBytesAsync(copy, Ct);
        File.Delete(copy);
        return (bytes, await File.ReadAllBytesAsync(CheckpointFile, Ct));
    }
}
