namespace ComplianceHub.Exchange.Yaml;

/// <summary>A value of a YAML file with its position: text, list or mapping. Anchors and aliases never get here.</summary>
/// <param name="At">Where it starts.</param>
internal abstract record YamlValue(FilePosition At)
{
    /// <summary>What it is, in the words of a message.</summary>
    public abstract string Kind { get; }
}

/// <summary>A scalar.</summary>
/// <param name="At">Where it starts.</param>
/// <param name="Text">The text with escapes and folding resolved.</param>
/// <param name="Type">What YAML 1.2 takes it for.</param>
internal sealed record YamlScalar(FilePosition At, string Text, YamlType Type) : YamlValue(At)
{
    /// <inheritdoc/>
    public override string Kind => Type switch
    {
        YamlType.Null => "empty",
        YamlType.Boolean => "true or false",
        YamlType.Number => "a number",
        _ => "text",
    };
}

/// <summary>A sequence.</summary>
/// <param name="At">Where it starts.</param>
/// <param name="Items">Its values in order.</param>
internal sealed record YamlList(FilePosition At, IReadOnlyList<YamlValue> Items) : YamlValue(At)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}

/// <summary>A mapping without duplicate keys.</summary>
/// <param name="At">Where it starts.</param>
/// <param name="Entries">Its keys and values in order.</param>
internal sealed record YamlMapping(FilePosition At, IReadOnlyList<YamlEntry> Entries) : YamlValue(At)
{
    /// <inheritdoc/>
    public override string Kind => "a group of keys";
}

/// <summary>A key with its value.</summary>
/// <param name="Key">The key's text.</param>
/// <param name="At">Where the key stands; its path ends with the key.</param>
/// <param name="Value">What stands behind it.</param>
internal sealed record YamlEntry(string Key, FilePosition At, YamlValue Value);

/// <summary>What a scalar is by the core schema of YAML 1.2 (so <c>NO</c> is Norway, not false).</summary>
internal enum YamlType
{
    /// <summary>Text, quoted or not.</summary>
    Text,

    /// <summary>Nothing, <c>~</c> or <c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number, infinity and not-a-number included.</summary>
    Number,
}
