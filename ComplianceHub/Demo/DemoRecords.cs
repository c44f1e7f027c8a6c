using System.Text;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Demo;

/// <summary>Everything the demo group consists of, before it is stored.</summary>
public sealed class DemoRecords
{
    private readonly List<LegalEntity> _legalEntities = [];
    private readonly List<Shop> _shops = [];
    private readonly List<OwnedRecord> _records = [];
    private readonly List<Attestation> _attestations = [];
    private readonly Dictionary<string, byte[]> _contents = [];

    /// <summary>The controllers.</summary>
    public IReadOnlyList<LegalEntity> LegalEntities => _legalEntities;

    /// <summary>The shops.</summary>
    public IReadOnlyList<Shop> Shops => _shops;

    /// <summary>The records of the group and of the shops.</summary>
    public IReadOnlyList<OwnedRecord> Records => _records;

    /// <summary>What people stated.</summary>
    public IReadOnlyList<Attestation> Attestations => _attestations;

    /// <summary>The bytes of the evidence files, by their SHA-256.</summary>
    public IReadOnlyDictionary<string, byte[]> Contents => _contents;

    /// <summary>Adds a controller.</summary>
    public LegalEntity Add(LegalEntity legalEntity)
    {
        _legalEntities.Add(legalEntity);
        return legalEntity;
    }

    /// <summary>Adds a shop of a controller.</summary>
    public Shop Add(Shop shop, LegalEntity controller)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(controller);
        shop.LegalEntityId = controller.Id;
        _shops.Add(shop);
        return shop;
    }

    /// <summary>Adds a record that belongs to a shop.</summary>
    public T Add<T>(T record, Shop owner)
        where T : OwnedRecord
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(owner);
        record.ShopId = owner.Id;
        _records.Add(record);
        return record;
    }

    /// <summary>Adds a record of the group that applies to the shops of a controller.</summary>
    public T AddForGroup<T>(T record, LegalEntity controller, CoverageKind coverage = CoverageKind.LegalEntities)
        where T : OwnedRecord
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(controller);
        record.AppliesTo = new() { Kind = coverage, LegalEntityIds = [controller.Id] };
        _records.Add(record);
        return record;
    }

    /// <summary>Adds what a person stated for a shop.</summary>
    public void Add(Attestation attestation, Shop shop)
    {
        ArgumentNullException.ThrowIfNull(attestation);
        ArgumentNullException.ThrowIfNull(shop);
        attestation.ShopId = shop.Id;
        _attestations.Add(attestation);
    }

    /// <summary>A small text file that stands for a signed document, a certificate or a report.</summary>
    public EvidenceFile File(string fileName, DateOnly uploadedOn)
    {
        var content = Encoding.UTF8.GetBytes($"Demo copy of {fileName}.\nThis file stands for a document that a real shop would upload.\n");
        var file = new EvidenceFile
        {
            FileName = fileName,
            ContentType = "text/plain",
            Size = content.Length,
            Sha256 = Sha256Text.Of(content),
            UploadedOn = uploadedOn,
        };
        _contents[file.Sha256] = content;
        return file;
    }
}
