namespace ComplianceHub.Domain;

/// <summary>Points at one record of a register, so that a finding leads to its editor.</summary>
/// <param name="Register">The register that holds the record.</param>
/// <param name="Id">The record's id.</param>
/// <param name="Name">The record's name on the day of the finding.</param>
public sealed record RecordRef(Register Register, Guid Id, string Name);

/// <summary>The registers of a shop and of the group.</summary>
public enum Register
{
    /// <summary>The shop itself: its profile and statements.</summary>
    Shop,

    /// <summary>Controllers of the group.</summary>
    LegalEntities,

    /// <summary>Processing activities, Art. 30 GDPR.</summary>
    Activities,

    /// <summary>Personal data: the data inventory.</summary>
    PersonalData,

    /// <summary>Systems that store or process personal data.</summary>
    Systems,

    /// <summary>Third parties: processors, other controllers, other recipients.</summary>
    ThirdParties,

    /// <summary>Agreements with third parties.</summary>
    Agreements,

    /// <summary>Which activity discloses which data to which third party.</summary>
    Disclosures,

    /// <summary>Transfers to third countries, Chapter V GDPR.</summary>
    Transfers,

    /// <summary>Retention rules, Art. 5(1)(e) GDPR.</summary>
    Retention,

    /// <summary>Notices and policies that are published to people.</summary>
    Notices,

    /// <summary>Responsible people: data protection officer, representatives, owners.</summary>
    People,

    /// <summary>Consent forms, Art. 7 GDPR.</summary>
    ConsentForms,

    /// <summary>Assessments: legitimate interests, transfers and others.</summary>
    Assessments,

    /// <summary>Technical and organisational measures, Art. 32 GDPR.</summary>
    Measures,

    /// <summary>Evidence files.</summary>
    Evidence,

    /// <summary>What people stated.</summary>
    Attestations,
}
