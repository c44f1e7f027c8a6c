namespace ComplianceHub.Compliance.Freezing;

/// <summary>
/// The form of frozen snapshots as JSON Schema (draft 7, which most tools know), one for every schema number that was ever
/// used, for whoever reads a frozen snapshot without this program.
/// </summary>
public static class SnapshotSchema
{
    /// <summary>The name of the file that describes snapshots with a schema number.</summary>
    public static string FileName(int schema) => $"snapshot-{schema}.schema.json";

    /// <summary>That file.</summary>
    /// <exception cref="FormatException">No snapshot of this program ever had that number.</exception>
    public static byte[] Of(int schema)
    {
        using var resource = typeof(SnapshotSchema).Assembly.GetManifestResourceStream($"Freezing/{FileName(schema)}")
            ?? throw new FormatException("What was frozen has a form that this version of ComplianceHub does not know.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
