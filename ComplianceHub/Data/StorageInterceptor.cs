using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ComplianceHub.Data;

/// <summary>Says in a sentence why a transaction could not be committed: a full disk shows there at last, also where the
/// caller began the transaction and no save is there to explain it.</summary>
internal sealed class StorageInterceptor : DbTransactionInterceptor
{
    /// <inheritdoc />
    public override Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (StorageErrors.Explain(eventData.Exception) is not { } explained)
            return Task.CompletedTask;
        if (explained is StorageUnavailableException unavailable && eventData.Context is HubDbContext db)
            db.Storage.Refused(unavailable);
        throw explained;
    }
}
