namespace ComplianceHub.Exchange;

/// <summary>Where a value stands in an imported file, so that its author can find it.</summary>
/// <param name="File">The name of the file as the person gave it, without its folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Key">The path of keys from the top, such as <c>business-entities[2].address</c>.</param>
public sealed record FilePosition(string File, int Line, int Column, string Key)
{
    /// <summary>The key of a message about the file as a whole.</summary>
    public const string WholeFile = "(file)";

    /// <summary>The first character of a file.</summary>
    public static FilePosition StartOf(string file) => new(file, 1, 1, WholeFile);

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column} {Key}";
}
