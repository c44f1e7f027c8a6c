using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ComplianceHub.Exchange.Yaml;

/// <summary>
/// Reads the one document of a YAML file that strangers wrote into values with positions. Refuses what can blow up or
/// surprise: anchors and aliases, tags, deep nesting, duplicate keys, more than one document.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>How many lists and mappings may stand in each other.</summary>
    public const int Deepest = 32;

    /// <summary>How many values a file may hold.</summary>
    public const int MostValues = 200_000;

    private readonly ImportText _file;
    private readonly ImportMessages _messages;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    // The key that was read last: where a person should look when the next thing is unreadable.
    private string _key = FilePosition.WholeFile;
    private int _values;

    private YamlTree(ImportText file, ImportMessages messages)
    {
        (_file, _messages) = (file, messages);
        _scanner = new Scanner(new StringReader(file.Text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The document of the file.</summary>
    /// <returns>The value, or null when a message says why not.</returns>
    public static YamlValue? Read(ImportText file, ImportMessages messages)
    {
        var tree = new YamlTree(file, messages);
        try
        {
            return tree.ReadOnlyDocument();
        }
        catch (UnreadableException exception)
        {
            messages.Error(exception.At, exception.Message);
        }
        catch (YamlException exception)
        {
            messages.Error(YamlComplaint.PositionOf(exception, file, tree._key), YamlComplaint.SentenceOf(exception));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 18.1 throws this instead of its own exception for a flow list that is never closed.
            messages.Error(tree.At(tree._scanner.CurrentPosition), "A bracket that opens here or above is never closed.");
        }
        return null;
    }

    private YamlValue ReadOnlyDocument()
    {
        _parser.MoveNext();
        if (!_parser.MoveNext() || _parser.Current is StreamEnd)
            throw new UnreadableException(FilePosition.StartOf(_file.File), "The file is empty.");
        _parser.MoveNext();
        var document = ReadValue(FilePosition.WholeFile, depth: 1);
        _key = FilePosition.WholeFile;
        if (_parser.MoveNext() && _parser.Current is DocumentStart second)
            throw new UnreadableException(At(second.Start), "A second document starts here. Import one document a file.");
        return document;
    }

    private YamlValue ReadValue(string key, int depth)
    {
        _key = key;
        var start = _parser.Current!;
        var at = At(start.Start);
        Refuse(start, at, depth);
        YamlValue value = start switch
        {
            Scalar scalar => new YamlScalar(at, scalar.Value, YamlTypes.Of(scalar)),
            SequenceStart => new YamlList(at, ReadItems(key, depth)),
            _ => new YamlMapping(at, ReadEntries(key, depth)),
        };
        _parser.MoveNext();
        return value;
    }

    private List<YamlValue> ReadItems(string key, int depth)
    {
        var items = new List<YamlValue>();
        _parser.MoveNext();
        while (_parser.Current is not SequenceEnd)
            items.Add(ReadValue($"{key}[{items.Count}]", depth + 1));
        return items;
    }

    private List<YamlEntry> ReadEntries(string path, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        _parser.MoveNext();
        while (_parser.Current is not MappingEnd)
        {
            _key = path;
            var (key, at) = ReadKey(path, depth);
            if (!keys.TryAdd(key, at.Line))
                _messages.Error(at, $"The key {Quoted.Of(key)} stands here for the second time; the first is on line {keys[key]}.");
            entries.Add(new YamlEntry(key, at, ReadValue(at.Key, depth + 1)));
        }
        return entries;
    }

    private (string Key, FilePosition At) ReadKey(string path, int depth)
    {
        var start = _parser.Current!;
        Refuse(start, At(start.Start), depth);
        if (start is not Scalar scalar)
            throw new UnreadableException(At(start.Start), "A key must be text, not a list or a group of keys.");
        if (scalar.Value.Length == 0)
            throw new UnreadableException(At(start.Start), "A key is empty.");
        // A key of a megabyte would be repeated in the path of every value below it.
        if (scalar.Value.Length > 200)
            throw new UnreadableException(At(start.Start), $"The key {Quoted.Of(scalar.Value)} is longer than 200 characters.");
        var name = Quoted.Bare(scalar.Value);
        _key = path == FilePosition.WholeFile ? name : $"{path}.{name}";
        var at = At(start.Start);
        _parser.MoveNext();
        return (scalar.Value, at);
    }

    private void Refuse(ParsingEvent start, FilePosition at, int depth)
    {
        if (start is AnchorAlias || start is NodeEvent { Anchor.IsEmpty: false })
            throw new UnreadableException(at, "Anchors (&) and aliases (*) are not read. Write the value out.");
        if (start is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag } && tag.Value != YamlTypes.TextTag)
            throw new UnreadableException(at, $"The tag {Quoted.Of(tag.Value)} is not read. Leave it out.");
        if (depth > Deepest)
            throw new UnreadableException(at, $"Lists and groups stand in each other more than {Deepest} deep.");
        if (++_values > MostValues)
            throw new UnreadableException(at, $"The file holds more than {MostValues:N0} values.");
    }

    private FilePosition At(Mark mark) => new(_file.File, (int)mark.Line, (int)mark.Column, _key);

    private sealed class UnreadableException(FilePosition at, string sentence) : Exception(sentence)
    {
        public FilePosition At { get; } = at;
    }
}
