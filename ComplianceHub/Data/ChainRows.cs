using System.Data.Common;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ComplianceHub.Data;

/// <summary>
/// The stored rows of a chain, in the order of their numbers. Read column by column, since a log of a million entries is
/// verified whole and making objects by the model takes longer than everything that is judged about them. What is read has
/// no guard: whoever opens this has asked whether the actor may read the chain.
/// </summary>
internal sealed class ChainRows : IAsyncDisposable
{
    private const string Sql = """
        SELECT e."Chain", e."Sequence", e."Id", e."At", e."Actor", e."ActorKind", e."Action", e."Entity", e."EntityId", e."PayloadCommitment",
            e."RequestId", e."AppVersion", e."Canonical", e."PreviousHash", e."Hash", p."EntryId", p."Salt", p."Json"
        FROM "AuditLogEntries" AS e LEFT JOIN "AuditLogPayloads" AS p ON p."EntryId" = e."Id"
        WHERE e."Chain" = @chain AND e."Sequence" >= @from AND e."Sequence" <= @upTo
        ORDER BY e."Sequence"
        """;

    private readonly HubDbContext _db;
    private readonly DbCommand _command;
    private readonly DbDataReader _row;
    private readonly ChainId _chain;
    private readonly string _name;

    private ChainRows(HubDbContext db, DbCommand command, DbDataReader row, ChainId chain) =>
        (_db, _command, _row, _chain, _name) = (db, command, row, chain, chain.ToString());

    /// <summary>Reads the entries with these numbers, both included.</summary>
    public static async Task<ChainRows> OpenAsync(HubDbContext db, ChainId chain, long from, long upTo, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Sql;
        foreach (var (name, value) in ((string, object)[])[("@chain", chain.ToString()), ("@from", from), ("@upTo", upTo)])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return new(db, command, await command.ExecuteReaderAsync(ct), chain);
    }

    /// <summary>Goes to the next row.</summary>
    public Task<bool> ReadAsync(CancellationToken ct) => _row.ReadAsync(ct);

    /// <summary>The row, with its details unless they were erased.</summary>
    /// <exception cref="FormatException">A field was overwritten with something else.</exception>
    /// <exception cref="InvalidCastException">A field was overwritten with something of another kind.</exception>
    /// <exception cref="InvalidOperationException">A field was emptied.</exception>
    public (AuditLogEntry Entry, AuditLogPayload? Payload) Current()
    {
        var entry = new AuditLogEntry
        {
            Chain = _row.GetString(0) is var chain && chain == _name ? _chain : ChainId.Parse(chain),
            Sequence = _row.GetInt64(1),
            Id = _row.GetGuid(2),
            At = new DateTimeOffset(DateTime.SpecifyKind(_row.GetDateTime(3), DateTimeKind.Utc)),
            Actor = _row.GetString(4),
            ActorKind = KindOf(_row.GetString(5)),
            Action = _row.GetString(6),
            Entity = _row.GetString(7),
            EntityId = _row.GetString(8),
            PayloadCommitment = _row.GetString(9),
            RequestId = _row.IsDBNull(10) ? null : _row.GetString(10),
            AppVersion = _row.GetString(11),
            Canonical = _row.GetFieldValue<byte[]>(12),
            PreviousHash = _row.GetFieldValue<byte[]>(13),
            Hash = _row.GetFieldValue<byte[]>(14),
        };
        // The details were found by the entry's id, so it need not be read again.
        return (entry, _row.IsDBNull(15) ? null : new() { EntryId = entry.Id, Salt = _row.GetFieldValue<byte[]>(16), Json = _row.GetString(17) });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _row.DisposeAsync();
        await _command.DisposeAsync();
        await _db.Database.CloseConnectionAsync();
    }

    private static ActorKind KindOf(string name) =>
        Enum.TryParse<ActorKind>(name, out var kind) && Enum.GetName(kind) == name ? kind : throw new FormatException("No kind of actor has this name.");
}
