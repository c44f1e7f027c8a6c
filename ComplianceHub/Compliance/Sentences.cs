namespace ComplianceHub.Compliance;

/// <summary>How sentences of verdicts end.</summary>
internal static class Sentences
{
    /// <summary>A sentence with its full stop, which a company's name at its end may have brought: "Stripe, Inc."</summary>
    public static string Ended(string sentence) => sentence.EndsWith('.') ? sentence : $"{sentence}.";
}
