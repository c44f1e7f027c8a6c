namespace ComplianceHub.Data;

/// <summary>Whether the audit log is known not to hold: shown on every page until a verification finds it whole.</summary>
public sealed class LogAlarm
{
    private volatile string? _reason;

    /// <summary>What was found, in a sentence; null while nothing is wrong.</summary>
    public string? Reason => _reason;

    /// <summary>Told on any thread when <see cref="Reason"/> has become another.</summary>
    public event Action? Changed;

    /// <summary>Something is wrong.</summary>
    public void Raise(string reason) => Become(reason);

    /// <summary>A verification of everything found nothing.</summary>
    public void Clear() => Become(null);

    private void Become(string? reason)
    {
        var isNews = _reason != reason;
        _reason = reason;
        if (isNews)
            Changed?.Invoke();
    }
}
