namespace ComplianceHub.Exchange;

/// <summary>One thing to know about an imported file: where, and in a sentence what.</summary>
/// <param name="Severity">Whether it stops the import.</param>
/// <param name="At">File, line, column and key.</param>
/// <param name="Sentence">What is wrong or left out, and what to do; for the person who imports.</param>
public sealed record ImportMessage(ImportSeverity Severity, FilePosition At, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString() => $"{At}: {Sentence}";
}
