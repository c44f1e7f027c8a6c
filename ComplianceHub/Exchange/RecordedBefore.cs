using System.Text;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Exchange;

/// <summary>The records of the group that an import meets, found by where they come from or by what they are called.</summary>
public sealed class RecordedBefore
{
    private readonly string _source;
    private readonly Dictionary<Guid, RegisterRecord> _byId;
    private readonly Dictionary<(Register, string), Guid> _byOrigin = [];
    private readonly Dictionary<(Register, string), Guid> _byName = [];
    private readonly Dictionary<(Register, string), Guid> _new = [];

    /// <summary>Looks at the records of the registers that the import may touch.</summary>
    /// <param name="source">The kind of source that is imported, such as "transcend".</param>
    /// <param name="records">Legal entities, shops and the group's records. Their values are read, never changed.</param>
    public RecordedBefore(string source, IEnumerable<RegisterRecord> records)
    {
        _source = source;
        _byId = records.ToDictionary(record => record.Id);
        foreach (var record in _byId.Values.OrderBy(record => record.Id))
        {
            if (IsFromSource(record))
                _byOrigin.TryAdd((record.Register, ((IImported)record).Origin!.ExternalId), record.Id);
            else if (record.RetiredOn is null)
                _byName.TryAdd((record.Register, Folded(record.DisplayName)), record.Id);
        }
    }

    /// <summary>The slugs that shops have.</summary>
    public IReadOnlySet<string> Slugs => _byId.Values.OfType<Shop>().Select(shop => shop.Slug).ToHashSet(StringComparer.Ordinal);

    /// <summary>The id of a record: of the imported one, of one with this name, or a new id that stays the same.</summary>
    public Guid IdOf(Register register, string externalId, string name)
    {
        if (_byOrigin.TryGetValue((register, externalId), out var imported))
            return imported;
        if (_byName.TryGetValue((register, Folded(name)), out var named))
            return named;
        if (!_new.TryGetValue((register, externalId), out var made))
            _new[(register, externalId)] = made = Guid.CreateVersion7();
        return made;
    }

    /// <summary>The record with an id; null when it is new.</summary>
    public RegisterRecord? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>Whether a record was imported from this source.</summary>
    public bool IsFromSource(RegisterRecord record) => record is IImported { Origin: { } origin } && origin.Source == _source;

    private static string Folded(string name) => name.Trim().Normalize(NormalizationForm.FormC).ToUpperInvariant();
}
