using System.Globalization;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Reports.Signing;

namespace ComplianceHub.Features.Audits.Dossiers;

/// <summary>What a dossier tells whoever unpacks it: what lies where, and how to check it with tools that anybody can get.
/// A test runs every command of it.</summary>
internal static class DossierReadme
{
    /// <summary>Where the key lies that signed the checkpoint.</summary>
    public static string KeyFile(NoteKey key) => $"keys/{key.IdText}.pem";

    /// <summary>The text, for the dossier of one audit.</summary>
    public static string Of(DossierFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return string.Join('\n', [.. About(facts), .. Contents(facts), .. Files(facts), .. Report(facts), .. Snapshots(facts), .. Log(facts), .. Together(), .. Limits(facts), ""]);
    }

    private static string[] About(DossierFacts facts) =>
    [
        "DOSSIER OF A SIGNED AUDIT",
        "",
        $"Audit       {facts.Audit.Title}",
        $"Id          {facts.Audit.Id:D}",
        $"Signed off  {facts.SignOff.SignedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC",
        $"Proof       {facts.SignOff.Proof}",
        $"Code        {facts.SignOff.ReportCode}",
        .. facts.Shops.Select((shop, index) => $"{(index == 0 ? "Shops" : ""),-11} {shop.Shop.Snapshot.Shop.Name} ({shop.Slug}), frozen as of {shop.Shop.Frozen.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"),
        "",
        .. facts.Missing.Count == 0 ? Array.Empty<string>() : Missing(facts),
    ];

    private static string[] Missing(DossierFacts facts) =>
    [
        "NOT COMPLETE",
        "",
        "These files of the report's appendix are not in this dossier. Their hashes are,",
        "so a copy from elsewhere can be compared. sha256sum names each of them.",
        "",
        .. facts.Missing.Select(copy => $"  {copy.Path}\n    {copy.File.FileName}\n    sha256 {copy.File.Sha256}: {copy.Fault}"),
        "",
    ];

    private static string[] Contents(DossierFacts facts) =>
    [
        "WHAT IS IN IT",
        "",
        "  report.pdf            the signed report, the bytes that were stored when it was signed",
        "  frozen/               what was signed: the registers of each shop as they were frozen",
        "                        (snapshot), what the requirements came to (verdicts), and the",
        "                        decisions, comments and statement (signed-content)",
        "  schema/               the form of the snapshots, as JSON Schema (draft 7)",
        "  evidence/             the files of the report's appendix, by their numbers there",
        "  log/entries-*.jsonl   the entries of the audit log from the beginning of the audit to",
        "                        soon after the signature, one in a line, as canonical JSON",
        "                        (RFC 8785). Entries about other matters are there by hash alone.",
        "  log/log-proof.json    the hashes that lead from the last of them to a checkpoint",
        $"  log/checkpoint.txt    checkpoint {facts.Proof.Checkpoint.Number} of the log, a signed note (C2SP signed-note)",
        facts.Keys is null ? "  (keys/)               missing: see step 4" : "  keys/                 the public keys of the log",
        "  SHA256SUMS            the hash of every file",
        $"  {DossierFiles.Script}     the checks of steps 1, 3 and 4 in one script, for Python 3",
        "",
        "HOW TO CHECK IT",
        "",
        "In the unpacked folder, in a shell. The tools are those of every Linux: sha256sum,",
        "openssl, python3, pdfsig and pdfdetach (poppler-utils), qpdf, jsonschema",
        "(python3-jsonschema). Nothing is sent anywhere.",
        "",
    ];

    private static string[] Files(DossierFacts facts) =>
    [
        "Step 1. The files are those that were packed.",
        "",
        "    sha256sum --check --quiet SHA256SUMS",
        "",
        facts.Missing.Count == 0 ? "It prints nothing when every file is as it was." : "It names the files that are missing (above), and no other.",
        "",
    ];

    private static string[] Report(DossierFacts facts) =>
    [
        "Step 2. The report is as it was signed.",
        "",
        "    pdfsig report.pdf",
        "    qpdf --check report.pdf",
        "",
        "pdfsig says \"Signature is Valid\" and \"Total document signed\". That a certificate is not",
        "trusted means that no authority vouches for it: compare its fingerprint with the one that",
        $"is printed in the report and with the one that the installation shows.{(facts.Report.Certificate is { } certificate ? $"\nHere it is\n\n  sha256 {certificate.Fingerprint}\n\nand this prints it:" : " This prints it:")}",
        "",
        "    pdfsig -dump report.pdf",
        "    openssl pkcs7 -inform DER -in report.pdf.sig0 -print_certs | openssl x509 -noout -fingerprint -sha256",
        "",
    ];

    private static string[] Snapshots(DossierFacts facts) =>
    [
        "Step 3. The frozen files are those in the signed report, and of the form that they claim.",
        "",
        "    mkdir -p attached && pdfdetach -saveall -o attached report.pdf",
        "    for file in frozen/*.json; do cmp \"$file\" \"attached/$(basename \"$file\")\"; done",
        .. facts.Shops.Select(shop => $"    jsonschema -i frozen/snapshot-{shop.Slug}.json schema/{Compliance.Freezing.SnapshotSchema.FileName(shop.Shop.Frozen.Schema)}"),
        "",
        "cmp prints nothing when two files are equal, and jsonschema nothing when a file fits.",
        "Each snapshot names its evidence files (\"Evidence\") with their hashes (\"Sha256\").",
        "",
    ];

    private static string[] Log(DossierFacts facts) =>
    [
        "Step 4. The log holds the audit, and its checkpoint is signed.",
        "",
        .. facts.CheckpointKey is { } key ? SignedNoteSteps(key) : NoKey(),
        "",
        "This checks the hashes from each entry to that checkpoint, and that the log names the",
        "report and the frozen files:",
        "",
        $"    python3 {DossierFiles.Script}",
        "",
        "The hash of an entry is SHA-256(\"ComplianceHub audit v1\\n\" + hash of the entry before +",
        "SHA-256(canonical)); the details of an entry (\"payload\") are bound to it by",
        "payload_commit = SHA-256(salt + payload). Trees are those of RFC 6962.",
        "",
    ];

    private static string[] SignedNoteSteps(NoteKey key) =>
    [
        "    sed '/^$/,$d' log/checkpoint.txt > note.txt",
        "    tail -n 1 log/checkpoint.txt | cut -d ' ' -f 3 | base64 -d | tail -c +5 > note.sig",
        $"    openssl dgst -sha256 -verify {KeyFile(key)} -signature note.sig note.txt",
        "",
        "openssl says \"Verified OK\". The key has to be one that the installation publishes, under",
        "/.well-known/compliancehub-keys.json; whoever keeps copies of checkpoints elsewhere",
        "compares this one with them.",
    ];

    private static string[] NoKey() =>
    [
        "The public key that signed the checkpoint was not to be had when this dossier was made, so",
        "its signature cannot be checked with what is in it. Ask the installation for",
        "/.well-known/compliancehub-keys.json.",
    ];

    private static string[] Together() =>
    [
        "With ComplianceHub at hand, \"report verify report.pdf\" checks the report too.",
        "",
    ];

    private static string[] Limits(DossierFacts facts) =>
    [
        "WHAT IT DOES NOT SAY",
        "",
        "Whether the audit is still current: ask the installation, with the report or its code.",
        $"What the log says after checkpoint {facts.Proof.Checkpoint.Number} of {facts.Proof.Checkpoint.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC, who read what, and who was",
        "granted access. People stand in the log as ids; the names of those who took part are in",
        "frozen/signed-content.json. Details that were erased from the log (Art. 17 GDPR) are null.",
    ];
}
