using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Organisation;

/// <summary>A brand or storefront of one legal entity: what readiness is computed for.</summary>
public sealed class Shop : RegisterRecord, IImported
{
    /// <summary>The shop's name in URLs and on the command line: lower case, digits and hyphens.</summary>
    [Editable(true), Required(ErrorMessage = "Enter a short name for addresses."), StringLength(60, ErrorMessage = "Use at most 60 characters.")]
    [RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$", ErrorMessage = "Use lower-case letters, digits and single hyphens, for example olive-row.")]
    public string Slug { get; set; } = "";

    /// <summary>What customers call the shop.</summary>
    [Editable(true), Required(ErrorMessage = "Enter the name of the shop."), StringLength(120, ErrorMessage = "Use at most 120 characters.")]
    public string Name { get; set; } = "";

    /// <summary>The controller.</summary>
    [Editable(true), References(typeof(LegalEntity))]
    public Guid LegalEntityId { get; set; }

    /// <summary>Who looks after the shop's registers; empty when nobody does.</summary>
    [Editable(true), StringLength(120, ErrorMessage = "Use at most 120 characters."), PersonalData]
    public string? Owner { get; set; }

    /// <summary>Countries in which the shop sells.</summary>
    [Editable(true), CountryCode]
    public List<string> Markets { get; set; } = [];

    /// <summary>How customers meet the shop.</summary>
    [Editable(true)]
    public List<SalesChannel> Channels { get; set; } = [];

    /// <summary>The time zone (IANA) in which the shop's days begin.</summary>
    [Editable(true), Required(ErrorMessage = "Choose a time zone."), StringLength(60, ErrorMessage = "Use at most 60 characters.")]
    public string TimeZone { get; set; } = "Europe/Berlin";

    /// <summary>The facts that decide which law applies.</summary>
    [Editable(true)]
    public ShopProfile Profile { get; set; } = new();

    /// <summary>Rises whenever something changes that the shop's snapshot reads.</summary>
    public long RegistersVersion { get; set; }

    /// <summary>Where an imported shop comes from.</summary>
    public Origin? Origin { get; set; }

    /// <inheritdoc />
    public override string DisplayName => Name;

    /// <inheritdoc />
    public override Register Register => Register.Shop;
}

/// <summary>How customers meet a shop.</summary>
public enum SalesChannel
{
    /// <summary>A website.</summary>
    Website,

    /// <summary>An app.</summary>
    App,

    /// <summary>A marketplace of somebody else.</summary>
    Marketplace,

    /// <summary>A shop with a door.</summary>
    Store,

    /// <summary>Orders by telephone.</summary>
    Telephone,
}
