using ComplianceHub.Data;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Account;

/// <summary>
/// Refuses what stands at the top of every attacker's list and is long enough all the same: one common word with
/// digits around it ("Password2026!"), the same word again and again, a walk along the keyboard or the alphabet.
/// </summary>
internal sealed class PasswordIsNotCommon : IPasswordValidator<HubUser>
{
    private const int ShortestWalk = 4;

    // The words of the lists that are published, as far as they fill a password of twelve with digits.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "access", "admin", "administrator", "baseball", "changeme", "charlie", "computer", "default", "dragon", "football", "freedom", "gdpr", "ccpa",
        "hello", "helloworld", "hunter", "iloveyou", "internet", "jordan", "letmein", "login", "master", "michael", "monkey", "mypassword", "office",
        "passw0rd", "password", "passwort", "princess", "privacy", "root", "secret", "security", "shadow", "spring", "starwars", "summer", "autumn",
        "winter", "sunshine", "superman", "test", "temporary", "trustno", "user", "welcome", "whatever", "willkommen", "sommer", "herbst", "januar", "januari",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "monday", "friday",
    };

    private static readonly string[] Walks = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "1qaz2wsx3edc4rfv5tgb6yhn"];

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<HubUser> manager, HubUser user, string? password) =>
        Task.FromResult(IsCommon(password ?? "")
            ? IdentityResult.Failed(new IdentityError { Code = "Common", Description = "This password is on the lists that attackers try first. Choose a few words that do not belong together." })
            : IdentityResult.Success);

    /// <summary>Whether a password is one of those.</summary>
    internal static bool IsCommon(string password)
    {
        var letters = string.Concat(password.Where(char.IsLetter));
        return Words.Contains(Once(letters))
            || Words.Contains(Once(string.Concat(WithoutEnds(password).Select(Plain))))
            || Unwalked(password.ToLowerInvariant()).Count(char.IsLetterOrDigit) < ShortestWalk;
    }

    // "passwordpassword" is "password".
    private static string Once(string text) =>
        Enumerable.Range(1, text.Length / 2).Where(length => text.Length % length == 0).Select(length => text[..length])
            .FirstOrDefault(part => string.Concat(Enumerable.Repeat(part, text.Length / part.Length)) == text) ?? text;

    // "P@ssw0rd" of "P@ssw0rd2026!": a digit inside a word stands for a letter, one behind it is a digit.
    private static string WithoutEnds(string password)
    {
        var (first, last) = (password.ToList().FindIndex(char.IsLetter), password.ToList().FindLastIndex(char.IsLetter));
        return first < 0 ? "" : password[first..(last + 1)];
    }

    private static char Plain(char character) => character switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        _ => character,
    };

    // What is left when every walk of four keys or more is taken away.
    private static string Unwalked(string password)
    {
        var left = new System.Text.StringBuilder();
        for (var at = 0; at < password.Length;)
        {
            var walked = Walks.Max(walk => Math.Max(WalkedFrom(password, at, walk), WalkedFrom(password, at, string.Concat(walk.Reverse()))));
            if (walked < ShortestWalk)
                left.Append(password[at]);
            at += walked < ShortestWalk ? 1 : walked;
        }
        return left.ToString();
    }

    private static int WalkedFrom(string password, int at, string walk)
    {
        var start = walk.IndexOf(password[at], StringComparison.Ordinal);
        var length = 0;
        while (start >= 0 && at + length < password.Length && start + length < walk.Length && password[at + length] == walk[start + length])
            length++;
        return length;
    }
}
