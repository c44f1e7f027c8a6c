using ComplianceHub.Domain;

namespace ComplianceHub.Exchange.Yaml;

/// <summary>
/// The fields of one mapping of a foreign format, read by name and type. What has the wrong type is an error and reads
/// as not stated; what nobody asked for is an unknown key.
/// </summary>
/// <param name="mapping">The mapping.</param>
/// <param name="messages">Where errors go.</param>
internal sealed class YamlFields(YamlMapping mapping, ImportMessages messages)
{
    /// <summary>The most items a list may have.</summary>
    public const int MostItems = 10_000;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Text of at most <paramref name="longest"/> characters, trimmed. Empty text states nothing.</summary>
    public Stated<string>? Text(string key, int longest) =>
        Entry(key) is { } entry ? AsText(entry.Value, entry.At, longest) : null;

    /// <summary>One word of a closed list.</summary>
    public Stated<T>? Choice<T>(string key, IReadOnlyDictionary<string, T> words) =>
        Entry(key) is { } entry ? AsChoice(entry.Value, entry.At, words) : null;

    /// <summary>A number of 0 or more, kept as it is written: what it counts is not ours to say.</summary>
    public Stated<string>? Number(string key)
    {
        if (Entry(key) is not { } entry)
            return null;
        if (entry.Value is YamlScalar { Type: YamlType.Number, Text.Length: <= 20 } scalar && char.IsAsciiDigit(scalar.Text[0]))
            return new(scalar.Text, entry.At);
        WrongType(entry.Value, entry.At, "a number of 0 or more");
        return null;
    }

    /// <summary>A list of texts; none when the key is missing.</summary>
    public IReadOnlyList<Stated<string>> Texts(string key, int longest) =>
        [.. Items(key).Select(item => AsText(item, item.At, longest, isItem: true)).OfType<Stated<string>>()];

    /// <summary>A list of words of a closed list; none when the key is missing.</summary>
    public IReadOnlyList<Stated<T>> Choices<T>(string key, IReadOnlyDictionary<string, T> words) =>
        [.. Items(key).Select(item => AsChoice(item, item.At, words)).OfType<Stated<T>>()];

    /// <summary>A list of mappings, each read by <paramref name="read"/>; its unknown keys are errors too.</summary>
    public IReadOnlyList<T> Groups<T>(string key, Func<YamlFields, FilePosition, T?> read)
        where T : class
    {
        var groups = new List<T>();
        foreach (var item in Items(key))
        {
            if (item is not YamlMapping group)
            {
                WrongType(item, item.At, "a group of keys");
                continue;
            }
            var fields = new YamlFields(group, messages);
            if (read(fields, item.At) is { } value)
                groups.Add(value);
            fields.RefuseUnknown();
        }
        return groups;
    }

    /// <summary>Text that the format requires; an error when it is not there, at the group that lacks it.</summary>
    public Stated<string>? RequiredText(string key, int longest) => Required(key, Text(key, longest));

    /// <summary>A word of a closed list that the format requires.</summary>
    public Stated<T>? RequiredChoice<T>(string key, IReadOnlyDictionary<string, T> words) => Required(key, Choice(key, words));

    /// <summary>Counts keys as known without reading them.</summary>
    public void Knows(IEnumerable<string> keys) => _known.UnionWith(keys);

    /// <summary>The entry under a key, stated or not.</summary>
    public YamlEntry? Entry(string key)
    {
        _known.Add(key);
        return mapping.Entries.FirstOrDefault(entry => entry.Key == key);
    }

    /// <summary>Makes every key that nobody asked for an error.</summary>
    public void RefuseUnknown()
    {
        foreach (var entry in mapping.Entries.Where(entry => !_known.Contains(entry.Key)))
            messages.Error(entry.At, $"The key {Quoted.Of(entry.Key)} is not known here. Known are: {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
    }

    // What is there with a wrong type has its error already.
    private Stated<T>? Required<T>(string key, Stated<T>? stated)
    {
        if (stated is null && (Entry(key) is not { } entry || Plain(entry.Value) is ""))
            messages.Error(mapping.At with { Key = $"{mapping.At.Key}.{key}" }, $"The key \"{key}\" is missing here or empty.");
        return stated;
    }

    private IReadOnlyList<YamlValue> Items(string key)
    {
        if (Entry(key) is not { } entry || entry.Value is YamlScalar { Type: YamlType.Null })
            return [];
        if (entry.Value is not YamlList list)
        {
            WrongType(entry.Value, entry.At, "a list");
            return [];
        }
        if (list.Items.Count <= MostItems)
            return list.Items;
        messages.Error(entry.At, $"The list has {list.Items.Count:N0} items; at most {MostItems:N0} are read.");
        return [];
    }

    private Stated<string>? AsText(YamlValue value, FilePosition at, int longest, bool isItem = false)
    {
        var text = Plain(value);
        if (text is null || (text.Length == 0 && isItem))
        {
            WrongType(value, at, "text");
            return null;
        }
        if (text.Length > longest)
            messages.Error(at, $"The text has {text.Length:N0} characters; at most {longest:N0} are kept.");
        // Escapes such as "\e" bring back what the file itself may not hold.
        else if (HiddenCharacters.FirstIn(text) is { } hidden)
            messages.Error(at, $"The text holds the character U+{(int)hidden:X4}, which text may not.");
        else if (text.Length > 0)
            return new(text, at);
        return null;
    }

    /// <summary>The trimmed text; empty for null; null for what is neither.</summary>
    private static string? Plain(YamlValue value) => value switch
    {
        YamlScalar { Type: YamlType.Null } => "",
        YamlScalar { Type: YamlType.Text } scalar => scalar.Text.Trim(),
        _ => null,
    };

    private Stated<T>? AsChoice<T>(YamlValue value, FilePosition at, IReadOnlyDictionary<string, T> words)
    {
        if (value is YamlScalar { Type: YamlType.Null })
            return null;
        if (value is YamlScalar { Type: YamlType.Text } scalar && words.TryGetValue(scalar.Text, out var word))
            return new(word, at);
        WrongType(value, at, $"one of {string.Join(", ", words.Keys)}");
        return null;
    }

    private void WrongType(YamlValue value, FilePosition at, string expected)
    {
        var hint = value is YamlScalar { Type: YamlType.Number or YamlType.Boolean } && expected == "text"
            ? " If it is a name, put it in quotes."
            : "";
        var found = value is YamlScalar { Type: YamlType.Text } text ? Quoted.Of(text.Text) : value.Kind;
        messages.Error(at, $"This must be {expected}; it is {found}.{hint}");
    }
}
