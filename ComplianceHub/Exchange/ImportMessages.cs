namespace ComplianceHub.Exchange;

/// <summary>
/// The messages of one import while it is read. A hostile file could cause one for every byte,
/// so each severity lists at most <see cref="Limit"/> and says how many are left out.
/// </summary>
public sealed class ImportMessages
{
    /// <summary>The most messages that are listed of each severity.</summary>
    public const int Limit = 500;

    private readonly List<ImportMessage> _listed = [];
    private readonly Dictionary<ImportSeverity, int> _counts = [];

    /// <summary>Whether anything was found that forbids writing.</summary>
    public bool HasErrors => Count(ImportSeverity.Error) > 0;

    /// <summary>Adds a message that forbids writing.</summary>
    public void Error(FilePosition at, string sentence) => Add(ImportSeverity.Error, at, sentence);

    /// <summary>Adds a message about a value that somebody should look at.</summary>
    public void Warning(FilePosition at, string sentence) => Add(ImportSeverity.Warning, at, sentence);

    /// <summary>Adds a message about a value that has no place here.</summary>
    public void Note(FilePosition at, string sentence) => Add(ImportSeverity.Note, at, sentence);

    /// <summary>How many messages of a severity there were, listed or not.</summary>
    public int Count(ImportSeverity severity) => _counts.GetValueOrDefault(severity);

    /// <summary>The listed messages in the order of the files and their lines.</summary>
    public IReadOnlyList<ImportMessage> InFileOrder()
    {
        var files = _listed.Select(message => message.At.File).Distinct().ToList();
        return
        [
            .. _listed
                .OrderBy(message => files.IndexOf(message.At.File))
                .ThenBy(message => message.At.Line)
                .ThenBy(message => message.At.Column)
                .ThenBy(message => message.Severity),
            .. _counts.Where(count => count.Value > Limit).OrderBy(count => count.Key).Select(LeftOut),
        ];
    }

    private ImportMessage LeftOut(KeyValuePair<ImportSeverity, int> count)
    {
        var last = _listed.Last(message => message.Severity == count.Key);
        return last with { Sentence = $"{count.Value - Limit} more messages like these are not listed." };
    }

    private void Add(ImportSeverity severity, FilePosition at, string sentence)
    {
        var count = Count(severity) + 1;
        _counts[severity] = count;
        if (count <= Limit)
            _listed.Add(new ImportMessage(severity, at, sentence));
    }
}
