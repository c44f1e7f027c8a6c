using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Features.Registers;

/// <summary>A record that a field can point at.</summary>
/// <param name="Id">The record.</param>
/// <param name="Name">Its name.</param>
public sealed record RecordChoice(Guid Id, string Name);

/// <summary>The records that fields can point at: a shop's effective ones, or the group's.</summary>
public sealed class RegisterChoices
{
    private readonly Dictionary<Type, IReadOnlyList<RecordChoice>> _byType = [];
    private readonly Dictionary<Guid, string> _names = [];

    /// <summary>Adds the records of one register.</summary>
    public RegisterChoices With<T>(IEnumerable<T> records, Func<T, string>? name = null)
        where T : RegisterRecord
    {
        List<RecordChoice> choices =
            [.. records.Select(record => new RecordChoice(record.Id, name?.Invoke(record) ?? record.DisplayName)).OrderBy(choice => choice.Name, StringComparer.CurrentCultureIgnoreCase)];
        _byType[typeof(T)] = choices;
        foreach (var choice in choices)
            _names[choice.Id] = choice.Name;
        return this;
    }

    /// <summary>Adds one record that was made while the editor is open.</summary>
    public void Add(RegisterRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _byType[record.GetType()] = [.. Of(record.GetType()), new RecordChoice(record.Id, record.DisplayName)];
        _names[record.Id] = record.DisplayName;
    }

    /// <summary>The records of one type, by name; none when the form does not offer them.</summary>
    public IReadOnlyList<RecordChoice> Of(Type record) => _byType.GetValueOrDefault(record, []);

    /// <summary>The name of a record; a record that is gone says so.</summary>
    public string NameOf(Guid? id) => id is { } known && known != Guid.Empty ? _names.GetValueOrDefault(known, "(no longer in the register)") : "";

    /// <summary>The choices of everything a shop's snapshot holds.</summary>
    public static RegisterChoices Of(Compliance.ShopSnapshot shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return new RegisterChoices()
            .With(shop.Activities)
            .With(shop.Elements)
            .With(shop.Systems)
            .With(shop.Vendors)
            .With(shop.Agreements)
            .With(shop.Disclosures, disclosure => DisclosureName(disclosure, shop.Activity(disclosure.ActivityId), shop.Vendor(disclosure.VendorId)))
            .With(shop.Transfers)
            .With(shop.RetentionRules)
            .With(shop.Evidence);
    }

    /// <summary>A disclosure by what tells it apart: activity, recipient, use.</summary>
    public static string DisclosureName(Disclosure disclosure, ProcessingActivity? activity, Vendor? vendor)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        var parties = $"{activity?.Name ?? "An activity"} → {vendor?.DisplayName ?? "a third party"}";
        return string.IsNullOrEmpty(disclosure.Description) ? parties : $"{parties}: {disclosure.Description}";
    }
}
