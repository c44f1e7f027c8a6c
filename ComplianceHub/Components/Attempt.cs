using ComplianceHub.Domain;

namespace ComplianceHub.Components;

/// <summary>
/// One change at a time, tried: busy while it runs, and a sentence when it is refused. What is no refusal is a bug and
/// goes on to the error boundary.
/// </summary>
public sealed class Attempt
{
    /// <summary>Whether a change is under way; its button waits.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Why the last change was refused, for the person at the screen; null when it was made.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Tries a change. A second click while it runs does nothing.</summary>
    /// <returns>Whether the change was made.</returns>
    public async Task<bool> RunAsync(Func<Task> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (IsBusy)
            return false;
        (IsBusy, Refusal) = (true, null);
        try
        {
            await change();
            return Refusal is null;
        }
        catch (DomainException refusal)
        {
            Refusal = refusal.Message;
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <summary>Says why nothing was changed.</summary>
    public void Refuse(string? sentence) => Refusal = sentence;
}
