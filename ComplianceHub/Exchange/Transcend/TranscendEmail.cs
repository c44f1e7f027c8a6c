namespace ComplianceHub.Exchange.Transcend;

/// <summary>Whether a text can be an e-mail address at all.</summary>
internal static class TranscendEmail
{
    /// <summary>One @ with something without spaces on both sides and a dot in the domain.</summary>
    public static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && at == text.LastIndexOf('@')
            && text.IndexOf('.', at) is var dot && dot > at + 1 && dot < text.Length - 1
            && !text.Any(character => char.IsWhiteSpace(character) || character is '<' or '>' or '"' or ',');
    }
}
