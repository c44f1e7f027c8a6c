using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Organisation;

/// <summary>
/// A controller of the group with the facts of the business. The thresholds of the CCPA and of Art. 30(5) GDPR
/// count the business, not the single shop.
/// </summary>
public sealed class LegalEntity : RegisterRecord, IImported
{
    /// <summary>The registered name.</summary>
    [Editable(true), Required(ErrorMessage = "Enter the registered name of the legal entity."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string Name { get; set; } = "";

    /// <summary>Postal address for the record of processing (Art. 30(1)(a) GDPR).</summary>
    [Editable(true), StringLength(400, ErrorMessage = "Use at most 400 characters.")]
    public string? Address { get; set; }

    /// <summary>How people reach the controller, for the record of processing (Art. 30(1)(a) GDPR).</summary>
    [Editable(true), StringLength(200, ErrorMessage = "Use at most 200 characters."), PersonalData]
    public string? Contact { get; set; }

    /// <summary>Country of the seat; counts as an establishment.</summary>
    [Editable(true), CountryCode]
    public string? SeatCountry { get; set; }

    /// <summary>Countries with an establishment. Empty with no seat means not recorded.</summary>
    [Editable(true), CountryCode]
    public List<string> Establishments { get; set; } = [];

    /// <summary>Whether the business is run for profit (§ 1798.140(d) CCPA).</summary>
    [Editable(true)]
    public Answer ForProfit { get; set; }

    /// <summary>People employed; null is not recorded (Art. 30(5) GDPR).</summary>
    [Editable(true), Range(0, 10_000_000, ErrorMessage = "Enter a number of people from 0 to 10,000,000.")]
    public int? Employees { get; set; }

    /// <summary>People constantly processing personal data automatically (§ 38 BDSG); null is not recorded.</summary>
    [Editable(true), Range(0, 10_000_000, ErrorMessage = "Enter a number of people from 0 to 10,000,000.")]
    public int? PersonsConstantlyProcessing { get; set; }

    /// <summary>Worldwide gross revenue in US dollars for each calendar year.</summary>
    [Editable(true)]
    public List<YearlyRevenue> RevenueUsdByYear { get; set; } = [];

    /// <summary>Worldwide turnover in euros of the last financial year (Art. 83 GDPR); null is not recorded.</summary>
    [Editable(true), Range(typeof(decimal), "0", "10000000000000", ErrorMessage = "Enter an amount in euros, 0 or more.")]
    public decimal? WorldwideTurnoverEur { get; set; }

    /// <summary>Californian consumers and households a year whose data are bought, sold or shared; null is not recorded.</summary>
    [Editable(true), Range(0, int.MaxValue, ErrorMessage = "Enter a number of consumers, 0 or more.")]
    public int? CaliforniaConsumersBoughtSoldShared { get; set; }

    /// <summary>Californian consumers and households a year whose data are processed; null is not recorded.</summary>
    [Editable(true), Range(0, int.MaxValue, ErrorMessage = "Enter a number of consumers, 0 or more.")]
    public int? CaliforniaConsumersProcessed { get; set; }

    /// <summary>Californian consumers a year whose sensitive data are processed; null is not recorded.</summary>
    [Editable(true), Range(0, int.MaxValue, ErrorMessage = "Enter a number of consumers, 0 or more.")]
    public int? CaliforniaConsumersSensitive { get; set; }

    /// <summary>Percent of revenue that comes from selling or sharing personal information, 0 to 100; null is not recorded.</summary>
    [Editable(true), Range(typeof(decimal), "0", "100", ErrorMessage = "Enter a percentage from 0 to 100.")]
    public decimal? PercentOfRevenueFromSellingOrSharing { get; set; }

    /// <summary>Whether a business under common control and branding, itself a business, shares consumers' data with this one (§ 1798.140(d)(2)).</summary>
    [Editable(true)]
    public Answer CommonBrandParentIsBusiness { get; set; }

    /// <summary>Where an imported legal entity comes from.</summary>
    public Origin? Origin { get; set; }

    /// <inheritdoc />
    public override string DisplayName => Name;

    /// <inheritdoc />
    public override Register Register => Register.LegalEntities;
}

/// <summary>Worldwide gross revenue of one calendar year.</summary>
public sealed record YearlyRevenue
{
    /// <summary>The calendar year.</summary>
    public int Year { get; set; }

    /// <summary>US dollars.</summary>
    public decimal Usd { get; set; }
}
