using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Law;

/// <summary>The points that notices must say (catalogue 2.3, 3.1, 3.2, 3.7 and 9.6).</summary>
public static class NoticeFlags
{
    /// <summary>Who the controller is, Art. 13(1)(a).</summary>
    public const string ControllerIdentity = "controllerIdentity";

    /// <summary>The representative in the Union, Art. 13(1)(a).</summary>
    public const string Representative = "representative";

    /// <summary>Contact of the data protection officer, Art. 13(1)(b).</summary>
    public const string DataProtectionOfficer = "dpoContact";

    /// <summary>Purposes and lawful bases, Art. 13(1)(c).</summary>
    public const string PurposesAndBases = "purposesAndBases";

    /// <summary>Legitimate interests, Art. 13(1)(d).</summary>
    public const string LegitimateInterests = "legitimateInterests";

    /// <summary>Recipients, Art. 13(1)(e).</summary>
    public const string Recipients = "recipients";

    /// <summary>Transfers and safeguards, Art. 13(1)(f).</summary>
    public const string TransfersAndSafeguards = "transfersAndSafeguards";

    /// <summary>Period of storage, Art. 13(2)(a).</summary>
    public const string Retention = "retention";

    /// <summary>Rights, Art. 13(2)(b).</summary>
    public const string Rights = "rights";

    /// <summary>Right to withdraw consent, Art. 13(2)(c).</summary>
    public const string RightToWithdraw = "rightWithdraw";

    /// <summary>Right to complain to an authority, Art. 13(2)(d).</summary>
    public const string RightToComplain = "rightComplaintSA";

    /// <summary>Whether the data must be provided, Art. 13(2)(e).</summary>
    public const string ProvisionRequired = "provisionRequired";

    /// <summary>Automated decisions, Art. 13(2)(f).</summary>
    public const string AutomatedDecisions = "automatedDecisions";

    /// <summary>Categories of data, Art. 14(1)(d).</summary>
    public const string Categories = "categories";

    /// <summary>Source of the data, Art. 14(2)(f).</summary>
    public const string Source = "source";

    /// <summary>The essence of the arrangement of joint controllers, Art. 26(2).</summary>
    public const string JointControllerEssence = "jointControllerEssence";

    /// <summary>What a privacy notice says, Art. 13 GDPR; which points apply depends on the shop.</summary>
    public static IReadOnlyList<Clause> PrivacyNotice { get; } =
    [
        new(ControllerIdentity, "(1)(a)", "Name and contact of the controller", "Art. 13(1)(a)"),
        new(Representative, "(1)(a)", "Representative in the Union", "Art. 13(1)(a)"),
        new(DataProtectionOfficer, "(1)(b)", "Contact of the data protection officer", "Art. 13(1)(b)"),
        new(PurposesAndBases, "(1)(c)", "Purposes and lawful bases", "Art. 13(1)(c)"),
        new(LegitimateInterests, "(1)(d)", "The legitimate interests pursued", "Art. 13(1)(d)"),
        new(Recipients, "(1)(e)", "Recipients or their categories", "Art. 13(1)(e)"),
        new(TransfersAndSafeguards, "(1)(f)", "Transfers to third countries and their safeguards", "Art. 13(1)(f)"),
        new(Retention, "(2)(a)", "How long data are stored", "Art. 13(2)(a)"),
        new(Rights, "(2)(b)", "Access, rectification, erasure, restriction, objection, portability", "Art. 13(2)(b)"),
        new(RightToWithdraw, "(2)(c)", "Consent can be withdrawn", "Art. 13(2)(c)"),
        new(RightToComplain, "(2)(d)", "Complaint to a supervisory authority", "Art. 13(2)(d)"),
        new(ProvisionRequired, "(2)(e)", "Whether the data must be provided", "Art. 13(2)(e)"),
        new(AutomatedDecisions, "(2)(f)", "Automated decisions and their logic", "Art. 13(2)(f)"),
        new(JointControllerEssence, "26(2)", "Essence of the joint-controller arrangement", "Art. 26(2)"),
    ];

    /// <summary>What a notice for data from elsewhere says besides, Art. 14 GDPR.</summary>
    public static IReadOnlyList<Clause> IndirectPrivacyNotice { get; } =
    [
        .. PrivacyNotice.Where(clause => clause.Code != ProvisionRequired),
        new(Categories, "(1)(d)", "Categories of personal data", "Art. 14(1)(d)"),
        new(Source, "(2)(f)", "Where the data come from", "Art. 14(2)(f)"),
    ];

    /// <summary>N1 to N6: the notice at collection, 11 CCR § 7012(e).</summary>
    public static IReadOnlyList<Clause> NoticeAtCollection { get; } =
    [
        new("N1", "(e)(1)", "Categories of personal and sensitive information", "§ 7012(e)(1)"),
        new("N2", "(e)(2)", "Purposes", "§ 7012(e)(2)"),
        new("N3", "(e)(3)", "Whether each category is sold or shared", "§ 7012(e)(3)"),
        new("N4", "(e)(4)", "Retention of each category", "§ 7012(e)(4)"),
        new("N5", "(e)(5)", "Link to opt out of sale and sharing", "§ 7012(e)(5)"),
        new("N6", "(e)(6)", "Link to the privacy policy", "§ 7012(e)(6)"),
    ];

    /// <summary>P1 to P14: the California privacy policy, 11 CCR § 7011(e).</summary>
    public static IReadOnlyList<Clause> CaliforniaPolicy { get; } =
    [
        new("P1", "(1)(A)", "Categories collected in 12 months", "§ 7011(e)(1)"),
        new("P2", "(1)", "Sources", "§ 7011(e)(1)"),
        new("P3", "(1)", "Purposes of collecting", "§ 7011(e)(1)"),
        new("P4", "(1)", "Categories sold or shared in 12 months", "§ 7011(e)(1)"),
        new("P5", "(1)", "Third parties for each category sold or shared", "§ 7011(e)(1)"),
        new("P6", "(1)", "Purposes of selling or sharing", "§ 7011(e)(1)"),
        new("P7", "(1)", "Whether data of people under 16 are knowingly sold or shared", "§ 7011(e)(1)"),
        new("P8", "(1)", "Categories disclosed for a business purpose in 12 months", "§ 7011(e)(1)"),
        new("P9", "(1)", "Recipients for each category disclosed", "§ 7011(e)(1)"),
        new("P10", "(1)", "Purposes of disclosing", "§ 7011(e)(1)"),
        new("P11", "(1)(K)", "How sensitive information is used", "§ 7011(e)(1)(K)"),
        new("P12", "(2)", "The rights explained", "§ 7011(e)(2)"),
        new("P13", "(3)", "How to exercise them", "§ 7011(e)(3)"),
        new("P14", "(4)", "Date of the last update", "§ 7011(e)(4)"),
    ];

    /// <summary>O1 to O6: the opt-out of sale and sharing, 11 CCR §§ 7013, 7025, 7026.</summary>
    public static IReadOnlyList<Clause> OptOut { get; } =
    [
        new("O1", "7013", "Notice of the right to opt out is posted", "§ 7013(d)–(f)"),
        new("O2", "7013(a)", "Link in header or footer, or the alternative link, or frictionless signals", "§§ 7013, 7015, 7025"),
        new("O3", "7026(a)", "An interactive form", "§ 7026(a)"),
        new("O4", "7025", "The preference signal is a second method", "§§ 7025, 7026(a)"),
        new("O5", "7026(d)", "No account and no verification", "§§ 7060(b), 1798.135(c)(1)"),
        new("O6", "7026(f)", "It reaches every recipient that buys or shares, not only cookies", "§ 7026(f)"),
    ];

    /// <summary>Q1 to Q7: the website policy of California's Online Privacy Protection Act, Bus. &amp; Prof. Code § 22575(b).</summary>
    public static IReadOnlyList<Clause> OnlinePrivacyProtection { get; } =
    [
        new("Q1", "(b)(1)", "Categories collected", "§ 22575(b)(1)"),
        new("Q2", "(b)(1)", "Third parties that receive them", "§ 22575(b)(1)"),
        new("Q3", "(b)(2)", "How to review and change data, where possible", "§ 22575(b)(2)"),
        new("Q4", "(b)(3)", "How changes are announced", "§ 22575(b)(3)"),
        new("Q5", "(b)(4)", "Effective date", "§ 22575(b)(4)"),
        new("Q6", "(b)(5)", "How Do-Not-Track signals are answered", "§ 22575(b)(5)"),
        new("Q7", "(b)(6)", "Tracking by third parties", "§ 22575(b)(6)"),
    ];

    /// <summary>The points that a notice of a kind may have to say; none for kinds without a list.</summary>
    public static IReadOnlyList<Clause> Of(NoticeKind kind) => kind switch
    {
        NoticeKind.PrivacyNotice or NoticeKind.ApplicantNotice => PrivacyNotice,
        NoticeKind.IndirectPrivacyNotice => IndirectPrivacyNotice,
        NoticeKind.NoticeAtCollection => NoticeAtCollection,
        NoticeKind.CaliforniaPolicy => [.. CaliforniaPolicy, .. OnlinePrivacyProtection],
        NoticeKind.OptOutNotice => OptOut,
        _ => [],
    };
}
