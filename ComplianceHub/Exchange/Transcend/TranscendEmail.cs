namespace ComplianceHub.Exchange.Transcend;

/// <summary>E-mail addresses as the files name people.</summary>
internal static class TranscendEmail
{
    /// <summary>The longest text that names the owner of a record.</summary>
    public const int LongestOwner = 120;

    /// <summary>One @ with something without spaces on both sides and a dot in the domain.</summary>
    public static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && at == text.LastIndexOf('@')
            && text.IndexOf('.', at) is var dot && dot > at + 1 && dot < text.Length - 1
            && !text.Any(character => char.IsWhiteSpace(character) || character is '<' or '>' or '"' or ',');
    }

    /// <summary>The addresses in one line, as many as an owner's field takes; null when there is none.</summary>
    public static string? Joined(IReadOnlyList<Stated<string>> emails)
    {
        var line = "";
        foreach (var email in Addresses(emails))
        {
            var longer = line.Length == 0 ? email : $"{line}, {email}";
            if (longer.Length > LongestOwner)
                break;
            line = longer;
        }
        return line.Length == 0 ? null : line;
    }

    /// <summary>Whether <see cref="Joined"/> leaves an address out.</summary>
    public static bool AreTooMany(IReadOnlyList<Stated<string>> emails) =>
        string.Join(", ", Addresses(emails)).Length > LongestOwner;

    private static IEnumerable<string> Addresses(IEnumerable<Stated<string>> emails) =>
        emails.Select(email => email.Value).Where(IsAddress).Distinct(StringComparer.OrdinalIgnoreCase);
}
