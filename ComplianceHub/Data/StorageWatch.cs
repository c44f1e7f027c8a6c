namespace ComplianceHub.Data;

/// <summary>
/// Whether the database takes what is written, as the last try told: a full or read-only disk shows here until a
/// write succeeds again, so that every page can say so before somebody fills in a form in vain.
/// </summary>
public sealed class StorageWatch
{
    private volatile string? _refusal;
    private volatile bool _isOutOfReach;

    /// <summary>Why nothing can be saved just now, in a sentence; null while all is well.</summary>
    public string? Refusal => _refusal;

    /// <summary>Told on any thread when <see cref="Refusal"/> has become another.</summary>
    public event Action? Changed;

    /// <summary>A write was refused.</summary>
    internal void Refused(StorageUnavailableException refusal) => Become(refusal.Message, isOutOfReach: false);

    /// <summary>The database could not even be opened.</summary>
    internal void Missed(StorageUnavailableException refusal) => Become(refusal.Message, isOutOfReach: true);

    /// <summary>The database could be opened; whether it takes writes is another question.</summary>
    internal void Reached()
    {
        if (_isOutOfReach)
            Become(null, isOutOfReach: false);
    }

    /// <summary>A write has reached the disk.</summary>
    internal void Written() => Become(null, isOutOfReach: false);

    private void Become(string? refusal, bool isOutOfReach)
    {
        var isNews = _refusal != refusal;
        (_refusal, _isOutOfReach) = (refusal, isOutOfReach);
        if (isNews)
            Changed?.Invoke();
    }
}
