using Microsoft.Data.Sqlite;

namespace ComplianceHub.Data;

/// <summary>
/// Holds a SQLite file open while the program runs. When the last connection closes, SQLite takes away the files beside
/// the database that readers need, and on a disk that has run full meanwhile nobody could make them again: without this,
/// a quiet quarter of an hour would turn "nothing can be saved" into "nothing can be read".
/// </summary>
internal sealed class HeldDatabase(DatabaseConnection database) : IHostedService, IAsyncDisposable
{
    private SqliteConnection? _held;

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (database.File is null)
            return;
        // Not pooled: the pool closes what nobody used for a while.
        _held = new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await _held.OpenAsync(cancellationToken);
            await using var first = _held.CreateCommand();
            first.CommandText = "SELECT COUNT(*) FROM sqlite_master";
            // Opening alone touches no file.
            await first.ExecuteScalarAsync(cancellationToken);
        }
        catch (SqliteException)
        {
            // Whoever reads or writes next says what is wrong, in a sentence.
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _held?.DisposeAsync() ?? ValueTask.CompletedTask;
}
