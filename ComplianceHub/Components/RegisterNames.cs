using ComplianceHub.Domain;

namespace ComplianceHub.Components;

/// <summary>The last part of a register's address.</summary>
public static class RegisterNames
{
    /// <summary>Processing activities, Art. 30(1) GDPR.</summary>
    public const string Activities = "activities";

    /// <summary>Data elements: what is collected, how sensitive it is, where it lies.</summary>
    public const string PersonalData = "personal-data";

    /// <summary>Systems that store or process the data.</summary>
    public const string Systems = "systems";

    /// <summary>Vendors and other recipients.</summary>
    public const string ThirdParties = "third-parties";

    /// <summary>Data processing agreements and their clause reviews, Art. 28(3) GDPR.</summary>
    public const string Agreements = "agreements";

    /// <summary>Which activity gives which data to whom, in which role.</summary>
    public const string Disclosures = "disclosures";

    /// <summary>Transfers to third countries and their mechanisms, Art. 44 to 49 GDPR.</summary>
    public const string Transfers = "transfers";

    /// <summary>Retention rules, Art. 5(1)(e) GDPR.</summary>
    public const string Retention = "retention";

    /// <summary>Privacy notices, Art. 13 and 14 GDPR.</summary>
    public const string Notices = "notices";

    /// <summary>Data protection officer, representatives and other responsible people.</summary>
    public const string People = "people";

    /// <summary>Forms that ask for consent, Art. 7 GDPR.</summary>
    public const string ConsentForms = "consent-forms";

    /// <summary>Legitimate-interest and transfer assessments.</summary>
    public const string Assessments = "assessments";

    /// <summary>Technical and organisational measures, Art. 32 GDPR.</summary>
    public const string Measures = "measures";

    /// <summary>Files that prove a record.</summary>
    public const string Evidence = "evidence";

    /// <summary>Controllers of the group; the group's pages only.</summary>
    public const string LegalEntities = "legal-entities";

    /// <summary>The address part of a register.</summary>
    /// <exception cref="ArgumentOutOfRangeException">For the shop itself and for attestations, which are no register page.</exception>
    public static string Of(Register register) => register switch
    {
        Register.LegalEntities => LegalEntities,
        Register.Activities => Activities,
        Register.PersonalData => PersonalData,
        Register.Systems => Systems,
        Register.ThirdParties => ThirdParties,
        Register.Agreements => Agreements,
        Register.Disclosures => Disclosures,
        Register.Transfers => Transfers,
        Register.Retention => Retention,
        Register.Notices => Notices,
        Register.People => People,
        Register.ConsentForms => ConsentForms,
        Register.Assessments => Assessments,
        Register.Measures => Measures,
        Register.Evidence => Evidence,
        _ => throw new ArgumentOutOfRangeException(nameof(register), register, "This register has no page of its own."),
    };
}
