using System.Globalization;
using System.Security.Cryptography;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// What a checkpoint signs, in the format of C2SP tlog-checkpoint: which log, how many checkpoints it has, and the root
/// of the tree over them.
/// </summary>
/// <param name="Origin">The name of the log; it holds the installation's id.</param>
/// <param name="Size">How many checkpoints the tree has; this one is the last of them.</param>
/// <param name="Root">The RFC 6962 root over them.</param>
public sealed record TreeHead(string Origin, long Size, byte[] Root)
{
    /// <summary>The name of an installation's log.</summary>
    public static string OriginOf(Guid installation) => $"compliancehub/audit/{installation:D}";

    /// <summary>The name under which a log goes on when the key that signed under a name is lost: the name of an installation,
    /// then the same with "/2", "/3".</summary>
    public static string After(string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var parts = origin.Split('/');
        return parts.Length > 3 && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? string.Join('/', parts[..^1].Append($"{count + 1}")) : $"{origin}/2";
    }

    /// <summary>Whether a name is one of an installation's.</summary>
    public static bool IsOf(Guid installation, string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var first = OriginOf(installation);
        return origin == first || origin.StartsWith(first + "/", StringComparison.Ordinal);
    }

    /// <summary>Three lines: origin, size, root in Base 64.</summary>
    public string Text => $"{Origin}\n{Size.ToString(CultureInfo.InvariantCulture)}\n{Convert.ToBase64String(Root)}\n";

    /// <summary>What a note says, whoever signed it; null when it says nothing.</summary>
    public static TreeHead? Unsigned(string note)
    {
        try
        {
            return Parse(SignedNote.Parse(note).Text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Reads the text of a checkpoint. Lines after the third are extensions, which this log does not write.</summary>
    /// <exception cref="FormatException">It is no checkpoint of ours.</exception>
    public static TreeHead Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split('\n') is not [{ Length: > 0 } origin, var size, var root, ""]
            || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count.ToString(CultureInfo.InvariantCulture) != size)
        {
            throw new FormatException("The text is no checkpoint.");
        }
        var hash = SignedNote.Base64(root);
        return hash.Length == SHA256.HashSizeInBytes ? new(origin, count, hash) : throw new FormatException("The root of the checkpoint is no SHA-256.");
    }
}
