namespace ComplianceHub.Domain;

/// <summary>Where an imported record comes from, so that a second import of an unchanged source changes nothing.</summary>
public sealed record Origin
{
    /// <summary>The kind of source, for example "transcend".</summary>
    public string Source { get; set; } = "";

    /// <summary>How the source names the record.</summary>
    public string ExternalId { get; set; } = "";

    /// <summary>SHA-256, in hex, of the values that were imported; differs when the source has changed.</summary>
    public string ImportedHash { get; set; } = "";

    /// <summary>SHA-256, in hex, of the record as it was written by the import; differs when somebody edited it here.</summary>
    public string RecordHash { get; set; } = "";
}

/// <summary>A record that may come from a file of somebody else.</summary>
public interface IImported
{
    /// <summary>Where it comes from; null when a person entered it here.</summary>
    Origin? Origin { get; set; }
}
