namespace ComplianceHub.Data;

/// <summary>Whether the audit log is known not to hold: shown on every page until a verification finds it whole.</summary>
public sealed class LogAlarm
{
    private volatile string? _reason;

    /// <summary>What was found, in a sentence; null while nothing is wrong.</summary>
    public string? Reason => _reason;

    /// <summary>Whether nothing was found wrong, and what would show it could not be judged.</summary>
    public bool IsDoubt { get; private set; }

    /// <summary>Told on any thread when <see cref="Reason"/> has become another.</summary>
    public event Action? Changed;

    /// <summary>Something is wrong.</summary>
    public void Raise(string reason) => Become(reason, isDoubt: false);

    /// <summary>Whether something is wrong cannot be told.</summary>
    public void RaiseDoubt(string reason) => Become(reason, isDoubt: true);

    /// <summary>A verification of everything found nothing.</summary>
    public void Clear() => Become(null, isDoubt: false);

    private void Become(string? reason, bool isDoubt)
    {
        var isNews = _reason != reason || IsDoubt != isDoubt;
        (_reason, IsDoubt) = (reason, isDoubt);
        if (isNews)
            Changed?.Invoke();
    }
}
