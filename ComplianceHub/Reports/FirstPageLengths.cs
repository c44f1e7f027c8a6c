namespace ComplianceHub.Reports;

/// <summary>How much of a name or sentence the first page prints. It always fits one page: with names of a usual length
/// everything is whole, else the chapters have it whole.</summary>
/// <param name="Name">Letters of a name.</param>
/// <param name="Sentence">Letters of the sentence below a score.</param>
/// <param name="Fix">Letters of a fix or a question.</param>
/// <param name="Fact">Letters of the controller's name and address.</param>
internal sealed record FirstPageLengths(int Name, int Sentence, int Fix, int Fact)
{
    /// <summary>Everything whole.</summary>
    public static readonly FirstPageLengths Whole = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);

    /// <summary>What fits however long the names are.</summary>
    public static readonly FirstPageLengths Short = new(60, 280, 110, 120);
}
