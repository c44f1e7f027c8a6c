using System.Text;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// An object of texts and integers in the bytes of <see cref="CanonicalJson"/>, written member by member instead of by
/// way of a tree: whoever verifies the log makes one for each entry, and there may be millions.
/// </summary>
internal sealed class CanonicalObject
{
    // An entry of the log has about 400 characters.
    private const int Usual = 512;

    private readonly StringBuilder _text = new("{", Usual);
    private string? _last;

    /// <summary>Writes a text, or null.</summary>
    /// <exception cref="ArgumentException">The name does not come after the one before it (RFC 8785 3.2.3).</exception>
    /// <exception cref="FormatException">The value holds a lone surrogate.</exception>
    public CanonicalObject With(string name, string? value)
    {
        Begin(name);
        if (value is null)
            _text.Append("null");
        else
            CanonicalJson.AppendString(_text, value);
        return this;
    }

    /// <summary>Writes an integer.</summary>
    /// <exception cref="ArgumentException">The name does not come after the one before it (RFC 8785 3.2.3).</exception>
    /// <exception cref="FormatException">The value is 2^53 or more in magnitude.</exception>
    public CanonicalObject With(string name, long value)
    {
        Begin(name);
        _text.Append(CanonicalJson.Limited(value));
        return this;
    }

    /// <summary>The bytes of what was written, in UTF-8.</summary>
    public byte[] Bytes() => CanonicalJson.Utf8(_text.Append('}').ToString());

    private void Begin(string name)
    {
        if (_last is not null)
        {
            if (string.CompareOrdinal(_last, name) >= 0)
                throw new ArgumentException($"{name} comes before {_last}.", nameof(name));
            _text.Append(',');
        }
        CanonicalJson.AppendString(_text, _last = name);
        _text.Append(':');
    }
}
