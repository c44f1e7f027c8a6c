using System.Security.Cryptography;
using System.Text;
using ComplianceHub.Domain;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>How imported records remember where in the files they come from.</summary>
internal static class TranscendOrigin
{
    /// <summary>The source's name in <see cref="Origin.Source"/>.</summary>
    public const string Source = "transcend";

    /// <summary>The kind of entry, its title, and what of it became a record of its own.</summary>
    public static string ExternalId(string kind, string title, string part = "") =>
        part.Length == 0 ? $"{kind}/{Key(title)}" : $"{kind}/{Key(title)}#{part}";

    /// <summary>The origin of a record, before its values are hashed.</summary>
    public static Origin Of(string externalId) => new() { Source = Source, ExternalId = externalId };

    /// <summary>An id that depends on nothing but the names: the imported values are hashed with such ids.</summary>
    public static Guid NamedId(Register register, string externalId, string name) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{register}/{externalId}")).AsSpan(0, 16));

    // Titles that differ in nothing but case are one entry.
    private static string Key(string title) => title.Normalize(NormalizationForm.FormC).ToLowerInvariant();
}
