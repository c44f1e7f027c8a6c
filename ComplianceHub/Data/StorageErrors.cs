using System.Net.Sockets;
using ComplianceHub.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ComplianceHub.Data;

/// <summary>The database takes nothing just now. What is stored can still be read, unless it cannot be reached at all.</summary>
public sealed class StorageUnavailableException(string sentence, Exception cause) : DomainException(sentence, cause)
{
    /// <summary>The refusal of the database behind an exception, also behind one of its driver; null when it is about something else.</summary>
    public static StorageUnavailableException? In(Exception? exception) => exception switch
    {
        null => null,
        StorageUnavailableException refusal => refusal,
        _ => StorageErrors.Explain(exception) as StorageUnavailableException ?? In(exception.InnerException),
    };
}

/// <summary>Turns a database's refusal into a sentence for the person at the screen.</summary>
internal static class StorageErrors
{
    // Result codes of SQLite, https://sqlite.org/rescode.html.
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Full = 13, CannotOpen = 14, Corrupt = 11, NotADatabase = 26;
    private const int ForeignKey = 787, Unique = 2067, PrimaryKey = 1555;

    /// <summary>The sentence; null when it is no refusal but a defect.</summary>
    public static DomainException? Explain(Exception exception) => exception switch
    {
        DomainException => null,
        SqliteException sqlite => Explain(sqlite, exception),
        PostgresException postgres => Explain(postgres, exception),
        NpgsqlException or SocketException => new StorageUnavailableException("The database cannot be reached. Nothing can be read or saved until it is back.", exception),
        { InnerException: { } cause } => Explain(cause),
        _ => null,
    };

    private static DomainException? Explain(SqliteException refusal, Exception cause) => refusal switch
    {
        { SqliteErrorCode: Full } => DiskFull(cause),
        { SqliteErrorCode: ReadOnly } => IsReadOnly(cause),
        { SqliteErrorCode: InputOutput or CannotOpen } => Faulty(cause),
        { SqliteErrorCode: Corrupt or NotADatabase } => NoDatabase(cause),
        { SqliteErrorCode: Busy or Locked } => IsBusy(cause),
        { SqliteExtendedErrorCode: ForeignKey } => Dangling(cause),
        { SqliteExtendedErrorCode: Unique or PrimaryKey } => Twice(refusal.Message.Contains("Slug", StringComparison.Ordinal), cause),
        _ => null,
    };

    private static DomainException? Explain(PostgresException refusal, Exception cause) => refusal.SqlState switch
    {
        PostgresErrorCodes.DiskFull => DiskFull(cause),
        PostgresErrorCodes.ReadOnlySqlTransaction => IsReadOnly(cause),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => IsBusy(cause),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege =>
            new StorageUnavailableException($"The database refuses its user: {refusal.MessageText}.", cause),
        PostgresErrorCodes.ForeignKeyViolation => Dangling(cause),
        PostgresErrorCodes.UniqueViolation => Twice(refusal.ConstraintName?.Contains("Slug", StringComparison.Ordinal) == true, cause),
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter =>
            new("A text holds a character that cannot be stored. Remove what is shown as a box and save again.", cause),
        PostgresErrorCodes.StringDataRightTruncation => new("A text is longer than its field. Shorten it and save again.", cause),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            new StorageUnavailableException("The database is restarting. Try again in a moment.", cause),
        _ => null,
    };

    private static StorageUnavailableException DiskFull(Exception cause) =>
        new("The disk is full. Nothing can be saved. Reading goes on.", cause);

    private static StorageUnavailableException IsReadOnly(Exception cause) =>
        new("The database is read-only. Nothing can be saved. Reading goes on.", cause);

    private static StorageUnavailableException Faulty(Exception cause) =>
        new("The database file cannot be read or written. Nothing was saved. Check the disk and the rights on the data folder.", cause);

    private static StorageUnavailableException NoDatabase(Exception cause) =>
        new("The database file is damaged, or it is no database. Name another file, or restore a backup.", cause);

    private static DomainException IsBusy(Exception cause) =>
        new("Somebody else is saving just now, and it took too long to wait. Nothing was saved and nothing is lost: save again.", cause);

    private static DomainException Dangling(Exception cause) =>
        new("Another record points at this one, or one that this record points at is gone. Reload the page and try again.", cause);

    private static DomainException Twice(bool slug, Exception cause) => new(
        slug ? "Another shop has this short name already. Choose a different one."
            : "There is such a record already. Reload the page to see it.", cause);
}
