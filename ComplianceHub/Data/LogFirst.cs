namespace ComplianceHub.Data;

/// <summary>Saves an entry of the log before what it tells of is handed out: what cannot be logged is not handed out.</summary>
public static class LogFirst
{
    /// <summary>Saves the entries that the context holds.</summary>
    /// <param name="db">A context that logs what is about to be handed out.</param>
    /// <param name="withheld">What the person is told when the log takes no entry: a sentence that says what is not handed out now.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">The log takes no entry: the disk is full or read-only. It says why, and then <paramref name="withheld"/>.</exception>
    public static async Task SaveLogFirstAsync(this HubDbContext db, string withheld, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (StorageUnavailableException refused)
        {
            throw new StorageUnavailableException($"{refused.Message} {withheld}", refused);
        }
    }
}
