namespace ComplianceHub.Compliance;

/// <summary>A provision of a regulation that no rule reads, and why.</summary>
/// <param name="Provision">The article or section.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Reason">Why no rule reads it.</param>
public sealed record NotCheckedProvision(string Provision, string Subject, string Reason);

/// <summary>
/// What the regulations ask besides the requirements. Every article and section of <see cref="ClaimedArticles"/> and
/// <see cref="ClaimedSections"/> has a rule or stands here, so that silence is never taken for readiness.
/// </summary>
public static class NotChecked
{
    private const string NoRequests = "Requests of people and their deadlines are not kept in the registers.";
    private const string NoIncidents = "Incidents are not kept in the registers.";
    private const string NoTrackers = "Cookies, trackers and their tests are not kept in the registers.";
    private const string NoStaff = "Staff, their training and their declarations are not kept in the registers.";
    private const string NoAutomation = "The details of automated decisions are not kept in the registers.";
    private const string NotOurs = "Addressed to authorities and lawmakers; a shop has no duty here.";

    /// <summary>The articles of the GDPR that the product speaks for: Chapters II to V.</summary>
    public static IReadOnlyList<int> ClaimedArticles { get; } = [.. Enumerable.Range(5, 45)];

    /// <summary>The sections of the CCPA (Cal. Civ. Code) and of 11 CCR that the product speaks for.</summary>
    public static IReadOnlyList<string> ClaimedSections { get; } =
    [
        "1798.100", "1798.105", "1798.106", "1798.110", "1798.115", "1798.120", "1798.121", "1798.125", "1798.130", "1798.135", "1798.140", "1798.150",
        "7002", "7003", "7004", "7011", "7012", "7013", "7014", "7015", "7016", "7020", "7021", "7022", "7023", "7024", "7025", "7026", "7027", "7028",
        "7050", "7051", "7052", "7053", "7060", "7070", "7080", "7100", "7101", "7102", "7120", "7150", "7200",
    ];

    /// <summary>All of them: the GDPR in the order of its articles, then California.</summary>
    public static IReadOnlyList<NotCheckedProvision> All { get; } =
    [
        new("Art. 5(1)(a)", "Lawfulness, fairness, transparency", "Read through the requirements of Art. 6, 9, 13 and 14; it has no row of its own."),
        new("Art. 5(1)(b), 6(4)", "Purpose limitation", "Purposes are recorded; tests whether a further purpose is compatible are recorded as assessments and not read."),
        new("Art. 5(1)(c)", "Data minimisation", "Notes why a datum is needed are recorded; whether forms ask for more is a judgement that no register shows."),
        new("Art. 5(1)(d)", "Accuracy", NoRequests),
        new("Art. 5(1)(f)", "Integrity and confidentiality", "See Art. 32."),
        new("Art. 7", "Conditions for consent", "Consent forms are recorded and must exist (Art. 6); the proof of each consent lies in the consent tool."),
        new("Art. 8", "Consent of children", "Whether children's data are used is recorded; age gates and parental consent are not."),
        new("Art. 10", "Criminal convictions and offences", "Whether data are about offences is recorded; the law that allows them is not."),
        new("Art. 11", "Processing without identification", "It relieves from duties; no register shows whether a shop could rely on it."),
        new("Art. 12", "Modalities of information and requests", NoRequests),
        new("Art. 15", "Access", NoRequests),
        new("Art. 16", "Rectification", NoRequests),
        new("Art. 17", "Erasure", NoRequests),
        new("Art. 18", "Restriction", NoRequests),
        new("Art. 19", "Telling recipients", NoRequests),
        new("Art. 20", "Portability", NoRequests),
        new("Art. 21", "Objection", NoRequests),
        new("Art. 22", "Automated decisions", NoAutomation),
        new("Art. 23", "Restrictions by law", NotOurs),
        new("Art. 25", "Data protection by design and by default", "Screenings are recorded; whether a default is friendly to privacy is a judgement that no register shows."),
        new("Art. 29, 32(4)", "Processing under instructions", NoStaff),
        new("Art. 31", "Cooperation with the authority", "It happens case by case; the record of processing can be printed for it."),
        new("Art. 32", "Security of processing", "Measures are recorded for the record of processing; whether they are enough is not read."),
        new("Art. 33", "Notification of a breach", NoIncidents),
        new("Art. 34", "Telling people of a breach", NoIncidents),
        new("Art. 35", "Data protection impact assessment", "Screenings and assessments are recorded; when one is mandatory is not read."),
        new("Art. 36", "Prior consultation", "It follows an impact assessment whose residual risk is high; that is not read."),
        new("Art. 38", "Position of the data protection officer", "The last check for conflicts is recorded and not read."),
        new("Art. 39", "Tasks of the data protection officer", "What an officer does is not kept in the registers."),
        new("Art. 40", "Codes of conduct", NotOurs),
        new("Art. 41", "Monitoring of codes of conduct", NotOurs),
        new("Art. 42", "Certification", "Voluntary; certificates are recorded as evidence of a processor's guarantees (Art. 28(1))."),
        new("Art. 43", "Certification bodies", NotOurs),
        new("Art. 47", "Binding corporate rules", "Approved by an authority; whether a transfer names them is read with Art. 44, their content is not."),
        new("Art. 48", "Judgments of third countries", "It happens case by case; no register shows it."),
        new("§ 1798.105; 11 CCR § 7022", "Deletion", NoRequests),
        new("§ 1798.106; 11 CCR § 7023", "Correction", NoRequests),
        new("§§ 1798.110, 1798.115; 11 CCR § 7024", "Right to know", NoRequests),
        new("§ 1798.121; 11 CCR §§ 7014, 7027", "Limiting the use of sensitive information", "Sensitive information is recorded; for which purposes it is used beyond those allowed is not."),
        new("§ 1798.125; 11 CCR §§ 7016, 7080", "No retaliation; financial incentives", "Whether there is an incentive is recorded; the content of its notice is not read."),
        new("§ 1798.130(a)(1), (2); 11 CCR §§ 7020, 7021", "Methods and deadlines of requests", NoRequests),
        new("§ 1798.135(b), (e); 11 CCR §§ 7025, 7028", "Preference signals, opting in again", NoTrackers),
        new("§ 1798.150", "Damages after a breach", NoIncidents),
        new("11 CCR § 7004", "No dark patterns", NoTrackers),
        new("11 CCR § 7015", "Alternative opt-out link", "Accepted in the place of the opt-out link (CCPA-120); its icon and its place on the page are not read."),
        new("11 CCR § 7060", "Verification", NoRequests),
        new("11 CCR § 7070", "Consumers under 16", "Whether the shop knows of any is recorded; how they opt in is not."),
        new("11 CCR § 7100", "Training", NoStaff),
        new("11 CCR §§ 7101, 7102", "Log and numbers of requests", NoRequests),
        new("11 CCR § 7120", "Cybersecurity audit", "The first reports are due in 2028; the registers keep the numbers that decide who owes one, and no rule reads them."),
        new("11 CCR § 7150", "Risk assessment", "Older processing must be assessed by 31 December 2027; assessments are recorded and not read."),
        new("11 CCR § 7200", "Automated decision-making technology", NoAutomation),
    ];
}
