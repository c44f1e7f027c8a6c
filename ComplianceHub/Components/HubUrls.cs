using System.Globalization;
using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.WebUtilities;

namespace ComplianceHub.Components;

/// <summary>
/// Every address of the program. Pages never import each other; they link through this class,
/// so a route that moves breaks the build and not a reader's bookmark.
/// </summary>
public static class HubUrls
{
    private const string AllAudits = "/audits";

    /// <summary>All shops, worst first.</summary>
    public const string Portfolio = "/";

    /// <summary>Add a shop: legal entity, shop, profile.</summary>
    public const string NewShop = "/shops/new";

    /// <summary>Bring in files of another tool.</summary>
    public const string Import = "/import";

    /// <summary>Users and what they may do.</summary>
    public const string PeopleAndGrants = "/settings/people-and-grants";

    /// <summary>The living style guide; it answers in Development only.</summary>
    public const string Design = "/design";

    /// <summary>The public keys that sign the audit log's checkpoints; for everybody.</summary>
    public const string LogKeys = "/.well-known/compliancehub-keys.json";

    /// <summary>Check a report: by dropping its file, or by its short code; for everybody.</summary>
    public static string Verify(string? code = null) => With("/verify", ("code", code));

    /// <summary>Sign in with a password and a second factor.</summary>
    public const string Login = "/Account/Login";

    /// <summary>Sign out; posted to.</summary>
    public const string Logout = "/Account/Logout";

    /// <summary>The signed-in person's own account.</summary>
    public const string Account = "/Account/Manage";

    /// <summary>How the signed-in person can show that it is they; posted to by script.</summary>
    public const string WaysToProvePresence = "/Account/Presence/Ways";

    /// <summary>Where they show it; posted to by script.</summary>
    public const string ProvePresence = "/Account/Presence";

    /// <summary>Choose another password, by a link that an administrator made.</summary>
    public static string ResetPassword(Guid person, string secret) =>
        With("/Account/ResetPassword", ("person", person.ToString()), ("secret", secret));

    /// <summary>Choose the first password, by a link that an administrator made.</summary>
    public static string AcceptInvitation(Guid person, string secret) =>
        With("/Account/AcceptInvitation", ("person", person.ToString()), ("secret", secret));

    /// <summary>Create the first administrator, by the link that the program prints while nobody can sign in.</summary>
    public static string SetUp(string secret) => With("/Account/SetUp", ("secret", secret));

    /// <summary>One shop's readiness.</summary>
    public static string Shop(string slug, DateOnly? asOf = null) => With($"/shops/{slug}", ("asOf", Iso(asOf)));

    /// <summary>A shop's requirements; the filters say which are shown and which one is open.</summary>
    public static string Checklist(
        string slug, string? regulation = null, Outcome? outcome = null, string? requirement = null, DateOnly? asOf = null) =>
        With($"/shops/{slug}/checklist", ("regulation", regulation), ("outcome", outcome?.ToString()), ("requirement", requirement), ("asOf", Iso(asOf)));

    /// <summary>Which activities send data to whom and where.</summary>
    public static string DataFlows(string slug) => $"/shops/{slug}/data-flows";

    /// <summary>The shop's documents.</summary>
    public static string Reports(string slug, DateOnly? asOf = null, string? paper = null) =>
        With($"/shops/{slug}/reports", ("asOf", Iso(asOf)), ("paper", paper));

    /// <summary>One document as PDF: readiness, record-of-processing or third-parties.</summary>
    public static string Report(string slug, string report, DateOnly? asOf = null, string? paper = null) =>
        With($"/shops/{slug}/reports/{report}.pdf", ("asOf", Iso(asOf)), ("paper", paper));

    /// <summary>An evidence file's bytes, as a download.</summary>
    public static string File(Guid evidence) => $"/files/{evidence}";

    /// <summary>The audits that the reader may see, the latest first.</summary>
    public static string Audits(string? shop = null) => With(AllAudits, ("shop", shop));

    /// <summary>The audits to which the reader is invited: all that an auditor from outside sees.</summary>
    public const string AuditorRoom = "/your-audits";

    /// <summary>A new audit, as a draft; with another one it begins with its scope.</summary>
    public static string NewAudit(Guid? like = null) => With($"{AllAudits}/new", ("like", like?.ToString()));

    /// <summary>One audit: where it stands, who takes part, what was signed.</summary>
    public static string Audit(Guid audit) => $"{AllAudits}/{audit}";

    /// <summary>Scope and people of a draft.</summary>
    public static string AuditDraft(Guid audit) => $"{AllAudits}/{audit}/edit";

    /// <summary>Where the manager signs.</summary>
    public static string AuditSignOff(Guid audit) => $"{AllAudits}/{audit}/sign-off";

    /// <summary>What differs from what was frozen; since an earlier audit when one is named.</summary>
    public static string AuditChanges(Guid audit, Guid? since = null) => With($"{AllAudits}/{audit}/changes", ("since", since?.ToString()));

    /// <summary>The signed report as PDF.</summary>
    public static string AuditReport(Guid audit) => $"{AllAudits}/{audit}/report.pdf";

    /// <summary>Everything that it takes to check a signed audit without this program, as one ZIP.</summary>
    public static string AuditDossier(Guid audit) => $"{AllAudits}/{audit}/dossier.zip";

    /// <summary>The report as it would be now, with the reader's name on it.</summary>
    public static string DraftAuditReport(Guid audit) => $"{AllAudits}/{audit}/draft-report.pdf";

    /// <summary>What the auditor decides on, with the evidence beside it.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="view">The part that is open; the requirements when none is named.</param>
    /// <param name="show">Which requirements are listed; all when nothing is named.</param>
    /// <param name="shop">One of its shops; the first when none is named.</param>
    /// <param name="item">The requirement that is open.</param>
    public static string AuditFieldwork(Guid audit, string? view = null, string? show = null, string? shop = null, Guid? item = null) =>
        With($"{AllAudits}/{audit}/fieldwork", ("view", view), ("show", show), ("shop", shop), ("item", item?.ToString()));

    /// <summary>A file that an audit froze, as a download.</summary>
    public static string AuditEvidence(Guid audit, Guid file) => $"{AllAudits}/{audit}/evidence/{file}";

    /// <summary>A file that an audit froze, to be shown beside a requirement.</summary>
    public static string AuditEvidencePreview(Guid audit, Guid file) => $"{AllAudits}/{audit}/evidence/{file}/preview";

    /// <summary>What shops do about findings: of every shop, or of one. With a task it is open.</summary>
    public static string WorkList(string? slug = null, Guid? task = null) =>
        With(slug is null ? "/work-list" : $"/shops/{slug}/work-list", ("task", task?.ToString()));

    /// <summary>Who changed what in the shop.</summary>
    public static string Log(string slug) => $"/shops/{slug}/log";

    /// <summary>Who changed what in the group's registers.</summary>
    public const string GroupLog = "/log";

    /// <summary>Who did what to people, grants and keys, and who signed in; for administrators.</summary>
    public const string SystemLog = "/system/log";

    /// <summary>The endings of the addresses under which logs are handed out as files.</summary>
    public static IReadOnlyList<string> LogFormats { get; } = ["csv", "json"];

    /// <summary>A log with what is asked for: a page, or with one of <see cref="LogFormats"/> at its end a file.</summary>
    public static string Log(string address, IEnumerable<(string Name, string Value)> asked) => With(address, [.. asked.Select(one => (one.Name, (string?)one.Value))]);

    /// <summary>The facts the gates read, as questions.</summary>
    public static string Profile(string slug) => $"/shops/{slug}/profile";

    /// <summary>
    /// A register (<see cref="RegisterNames"/>): a shop's with a slug, the group's without.
    /// With a record, its editor is open.
    /// </summary>
    public static string Register(string register, string? slug = null, Guid? record = null) =>
        With(slug is null ? $"/registers/{register}" : $"/shops/{slug}/{register}", ("record", record?.ToString()));

    /// <summary>A register with the editor of a new record open.</summary>
    public static string NewRecord(string register, string? slug = null) => With(Register(register, slug), ("new", "true"));

    /// <summary>The page that opens exactly this record's editor, in a shop or, without a slug, in the group.</summary>
    public static string Record(RecordRef record, string? slug = null) => record.Register switch
    {
        Domain.Register.Shop when slug is not null => Profile(slug),
        Domain.Register.Shop => Portfolio,
        Domain.Register.Attestations when slug is not null => Checklist(slug),
        _ => Register(RegisterNames.Of(record.Register), slug, record.Id),
    };

    /// <summary>Where a finding is repaired: the record's editor, or a new record that begins with what the finding knows.</summary>
    public static string Repair(Finding finding, string requirement, string slug)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Action switch
        {
            FixAction.AddAgreement => New(RegisterNames.Agreements),
            FixAction.AddRetentionRule => New(RegisterNames.Retention),
            FixAction.AddTransfer => New(RegisterNames.Transfers),
            FixAction.AddNotice => New(RegisterNames.Notices),
            FixAction.AddPerson => New(RegisterNames.People),
            FixAction.AddAssessment => New(RegisterNames.Assessments),
            FixAction.AddConsentForm => New(RegisterNames.ConsentForms),
            FixAction.EditProfile => Profile(slug),
            FixAction.Attest => With(Checklist(slug, requirement: requirement), ("attest", "true")),
            _ => Record(finding.Record, slug),
        };

        // "about" is the record that the finding names; requirement and finding tell the page what kind of record is missing.
        string New(string register) => With(
            Register(register, slug), ("new", "true"), ("about", finding.Record.Id.ToString()), ("requirement", requirement), ("finding", finding.Key));
    }

    private static string With(string path, params ReadOnlySpan<(string Key, string? Value)> query)
    {
        var url = path;
        foreach (var (key, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
                url = QueryHelpers.AddQueryString(url, key, value);
        }

        return url;
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
