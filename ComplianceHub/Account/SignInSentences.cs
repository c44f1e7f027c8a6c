namespace ComplianceHub.Account;

/// <summary>What a person reads when a try to sign in did not work. The same for every reason, so that nobody learns who has an account.</summary>
internal static class SignInSentences
{
    /// <summary>The sentence of an outcome; null when nothing went wrong.</summary>
    /// <param name="outcome">How the try ended.</param>
    /// <param name="what">What was wrong, if it was: "The address or the password".</param>
    public static string? Of(SignInOutcome outcome, string what) => outcome switch
    {
        SignInOutcome.Refused => $"{what} is wrong, or the account is locked. Five wrong tries lock it for a minute, each further five for longer, up to an hour.",
        SignInOutcome.TooManyTries => "Too many tries. Wait a minute, then try again.",
        SignInOutcome.Expired => "Too much time has passed since you gave your password. Sign in again.",
        _ => null,
    };
}
