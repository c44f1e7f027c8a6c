namespace ComplianceHub.Account;

/// <summary>For how long wrong tries lock an account: each fifth locks it, and each lock is longer than the one before,
/// until somebody has signed in with everything that is asked of them.</summary>
internal static class SignInLock
{
    /// <summary>Wrong tries from one lock to the next.</summary>
    public const int Tries = 5;

    private static readonly int[] Minutes = [1, 5, 15, 60];

    /// <summary>The lock that a wrong try brings; null when it brings none.</summary>
    /// <param name="wrongTries">All since the last whole sign-in, with this one.</param>
    public static TimeSpan? After(int wrongTries) =>
        wrongTries > 0 && wrongTries % Tries == 0 ? TimeSpan.FromMinutes(Minutes[Math.Min(wrongTries / Tries, Minutes.Length) - 1]) : null;
}
