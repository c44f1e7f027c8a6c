using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// The one byte form of a JSON value that hashes are taken of: RFC 8785 (JSON Canonicalization Scheme), restricted to
/// strings, booleans, null, arrays, objects and integers of a magnitude below 2^53. Decimals, dates and durations are
/// written as strings by the caller, which leaves out the number formatting of RFC 8785 that implementations differ in.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Integers must be smaller than this in magnitude; above it a double loses digits.</summary>
    public const long IntegerLimit = 1L << 53;

    private const int DeepestNesting = 64;
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except(['"', '\\'])]);
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The canonical text of a value.</summary>
    /// <exception cref="FormatException">The value holds a fraction, an integer of 2^53 or more, a lone surrogate,
    /// or is nested deeper than 64.</exception>
    public static string Text(JsonNode? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    /// <summary>The canonical bytes of a value, in UTF-8 without a byte order mark.</summary>
    /// <exception cref="FormatException">As <see cref="Text"/>.</exception>
    public static byte[] Bytes(JsonNode? value) => Utf8(Text(value));

    /// <summary>A canonical text as bytes.</summary>
    internal static byte[] Utf8(string text) => StrictUtf8.GetBytes(text);

    /// <summary>An integer that has a canonical form.</summary>
    /// <exception cref="FormatException">It is 2^53 or more in magnitude.</exception>
    internal static long Limited(long integer) => Math.Abs(Math.Max(integer, -long.MaxValue)) < IntegerLimit ? integer
        : throw new FormatException($"{integer} is not below 2^53; write it as a string.");

    private static void Append(StringBuilder text, JsonNode? value, int depth)
    {
        if (depth > DeepestNesting)
            throw new FormatException($"Nested deeper than {DeepestNesting}.");
        switch (value)
        {
            case null: text.Append("null"); break;
            case JsonObject members: AppendMembers(text, members, depth); break;
            case JsonArray elements: AppendElements(text, elements, depth); break;
            default: AppendScalar(text, value.AsValue()); break;
        }
    }

    private static void AppendMembers(StringBuilder text, JsonObject members, int depth)
    {
        text.Append('{');
        var separator = "";
        // RFC 8785 3.2.3 sorts by UTF-16 code unit, which is what an ordinal comparison of strings is.
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            text.Append(separator);
            AppendString(text, name);
            text.Append(':');
            Append(text, value, depth + 1);
            separator = ",";
        }
        text.Append('}');
    }

    private static void AppendElements(StringBuilder text, JsonArray elements, int depth)
    {
        text.Append('[');
        for (var i = 0; i < elements.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            Append(text, elements[i], depth + 1);
        }
        text.Append(']');
    }

    private static void AppendScalar(StringBuilder text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.Null: text.Append("null"); break;
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.String: AppendString(text, value.GetValue<string>()); break;
            default: text.Append(Integer(value)); break;
        }
    }

    private static long Integer(JsonValue value) => Limited(
        value.TryGetValue(out long wide) ? wide
        : value.TryGetValue(out int narrow) ? narrow
        : throw new FormatException($"Only integers have a canonical form here; write {value} as a string."));

    /// <summary>Writes a text with its quotation marks.</summary>
    /// <exception cref="FormatException">It holds a lone surrogate.</exception>
    internal static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        // Nearly every text of the log is plain, and goes as one piece.
        var plain = value.AsSpan().IndexOfAnyExcept(Plain) is var first and >= 0 ? first : value.Length;
        text.Append(value.AsSpan(0, plain));
        for (var i = plain; i < value.Length; i++)
        {
            var character = value[i];
            if (char.IsSurrogate(character))
            {
                if (i + 1 == value.Length || !char.IsSurrogatePair(character, value[i + 1]))
                    throw new FormatException("A lone surrogate is not a character.");
                text.Append(character).Append(value[++i]);
            }
            else
            {
                AppendEscaped(text, character);
            }
        }
        text.Append('"');
    }

    private static void AppendEscaped(StringBuilder text, char character) => _ = character switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append("\\\\"),
        '\b' => text.Append("\\b"),
        '\f' => text.Append("\\f"),
        '\n' => text.Append("\\n"),
        '\r' => text.Append("\\r"),
        '\t' => text.Append("\\t"),
        < ' ' => text.Append("\\u00").Append(((int)character).ToString("x2")),
        _ => text.Append(character),
    };
}
