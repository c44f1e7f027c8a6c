using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ComplianceHub.Exchange.Yaml;

/// <summary>The core schema of YAML 1.2, chapter 10.3.2: what an unquoted scalar without a tag means.</summary>
internal static partial class YamlTypes
{
    /// <summary>The one tag that is honoured: "take this for text".</summary>
    public const string TextTag = "tag:yaml.org,2002:str";

    /// <summary>What the scalar is.</summary>
    public static YamlType Of(Scalar scalar) =>
        scalar.Style is not ScalarStyle.Plain || !scalar.Tag.IsEmpty ? YamlType.Text : OfPlain(scalar.Value);

    // No number is longer; the expression need not look at a 10 MB word.
    private static YamlType OfPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => YamlType.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlType.Boolean,
        { Length: <= 64 } when Number().IsMatch(text) => YamlType.Number,
        _ => YamlType.Text,
    };

    [GeneratedRegex(@"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
