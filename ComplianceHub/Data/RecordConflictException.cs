using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Somebody saved the record between reading and saving it. Both versions are here, so that nothing is lost.</summary>
/// <param name="sentence">What happened, for the person at the screen.</param>
/// <param name="mine">The record as this save would have written it.</param>
/// <param name="theirs">The record as it is stored now; null when it was removed.</param>
public class RecordConflictException(string sentence, object mine, object? theirs) : DomainException(sentence)
{
    /// <summary>The record as this save would have written it.</summary>
    public object Mine { get; } = mine;

    /// <summary>The record as it is stored now; null when it was removed.</summary>
    public object? Theirs { get; } = theirs;
}

/// <summary>A lost race over a record of a known type.</summary>
public sealed class RecordConflictException<T>(string sentence, T mine, T? theirs) : RecordConflictException(sentence, mine, theirs)
    where T : class
{
    /// <inheritdoc cref="RecordConflictException.Mine"/>
    public new T Mine { get; } = mine;

    /// <inheritdoc cref="RecordConflictException.Theirs"/>
    public new T? Theirs { get; } = theirs;
}

/// <summary>Turns EF's lost race into one that carries both versions.</summary>
internal static class RecordConflicts
{
    public static async Task<RecordConflictException> ExplainAsync(DbUpdateConcurrencyException conflict, CancellationToken ct)
    {
        var entry = conflict.Entries[0];
        var theirs = (await entry.GetDatabaseValuesAsync(ct))?.ToObject();
        // The name that everybody else sees, not the one that was just typed and refused.
        var name = ((theirs ?? entry.OriginalValues.ToObject()) as RegisterRecord)?.DisplayName ?? "This record";
        var sentence = theirs is null
            ? $"{name} was removed by somebody else in the meantime. Nothing was saved."
            : $"{name} was changed by somebody else in the meantime. Nothing was saved; compare the two versions.";
        var type = typeof(RecordConflictException<>).MakeGenericType(entry.Metadata.ClrType);
        return (RecordConflictException)Activator.CreateInstance(type, sentence, entry.Entity, theirs)!;
    }
}
