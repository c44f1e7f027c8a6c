using System.Text;
using System.Text.Json.Nodes;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Domain.Audits;

/// <summary>What managers sign, as bytes that were written once: whoever holds them reads them in ten years.</summary>
public sealed class SignedContentTests
{
    private const string Folder = "ComplianceHub.Tests/Compliance/Freezing/Golden";

    private static readonly DateTimeOffset At = new(2026, 11, 16, 9, 30, 15, 123, TimeSpan.Zero);
    private static readonly Guid Shop = Id(1), Officer = Id(2), Auditor = Id(3), Manager = Id(4), File = Id(5);

    private static readonly Audit Audit = new()
    {
        Id = Id(10), Title = "Annual “privacy” audit 2026", ShopIds = [Shop], Regulations = ["GDPR", "CCPA"], PeriodFrom = new(2025, 11, 1), PeriodUntil = new(2026, 10, 31),
        PreparedBy = Officer, AuditorId = Auditor, SignerId = Manager, FrozenAt = At.AddDays(-2),
    };

    private static readonly FrozenShop Frozen = new()
    {
        Id = Id(11), AuditId = Audit.Id, ShopId = Shop, AsOf = new(2026, 11, 14), FrozenAt = At.AddDays(-2), Schema = 1, CatalogueVersion = "2026.11",
        CatalogueHash = new string('c', 64), SnapshotSha256 = new string('a', 64), VerdictsSha256 = new string('b', 64),
    };

    private static readonly AuditItem[] Items =
    [
        new() { Id = Id(20), AuditId = Audit.Id, ShopId = Shop, RequirementId = "GDPR-28-3", Decision = AuditDecision.Major, Note = "Found “this”: ä, 楽天.", RootCause = "Haste.", Recommendation = "Sign first.", DecidedBy = Auditor, DecidedAt = At },
        new() { Id = Id(21), AuditId = Audit.Id, ShopId = Shop, RequirementId = "GDPR-30-1", Decision = AuditDecision.RiskAccepted, Note = "Small.", RiskAcceptedUntil = new(2027, 3, 31), DecidedBy = Auditor, DecidedAt = At },
        new() { Id = Id(22), AuditId = Audit.Id, ShopId = Shop, RequirementId = "GDPR-6-1", Decision = AuditDecision.Accepted, DecidedBy = Auditor, DecidedAt = At },
    ];

    private static readonly AuditComment[] Comments =
    [
        new() { Id = Id(30), AuditId = Audit.Id, ItemId = Items[0].Id, ShopId = Shop, WrittenBy = Officer, WrittenAt = At.AddMinutes(1), Text = "It has been off since Monday.\nMore follows." },
    ];

    private static readonly RemediationTask Task = new()
    {
        Id = Id(40), Number = 118, ShopId = Shop, AuditId = Audit.Id, ItemId = Items[0].Id, RequirementId = "GDPR-28-3", Title = "Every processor is bound", ToDo = "Sign the agreement.",
        OwnerId = Officer, DueOn = new(2026, 12, 4), CheckerId = Manager, CheckDueOn = new(2026, 12, 18), Priority = RemediationPriority.High, State = RemediationState.Done,
        EvidenceIds = [File], DoneBy = Officer, DoneAt = At.AddHours(5), DoneNote = "Signed.",
    };

    private static readonly SignOff SignOff = new()
    {
        Id = Id(50), AuditId = Audit.Id, ShopIds = [Shop], SignedBy = Manager, SignedAt = At.AddDays(1), Proof = "Password and authenticator code",
        Statement = "We know of it.", Acknowledged = [Items[0].Id],
    };

    private static readonly Dictionary<Guid, string> People = new() { [Officer] = "Given Officer", [Auditor] = "Given Auditor", [Manager] = "Given Manager" };

    // What was signed is compared by its hash, so not a byte may move: another form gets another number and another file.
    [Fact]
    public void What_is_signed_today_is_written_as_the_sample_of_its_number()
    {
        var written = SignedContent.Write(Audit, [Frozen], Items.Reverse(), Comments, [Task], new Dictionary<Guid, string> { [File] = new string('d', 64) }, SignOff, People);
        var file = Path.Combine(Repository.Root, Folder, $"signed-content-{SignedContent.SchemaNumber}.json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && !System.IO.File.Exists(file))
            System.IO.File.WriteAllBytes(file, written);
        Assert.Equal(Encoding.UTF8.GetString(System.IO.File.ReadAllBytes(file)), Encoding.UTF8.GetString(written));
    }

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, SignedContent.SchemaNumber)];

    [Theory, MemberData(nameof(Numbers))]
    public void What_was_signed_under_every_number_can_be_read(int number)
    {
        var read = AuditDecisions.Read(Sample(number));
        Assert.Equivalent(Items, read.Items, strict: true);
        Assert.Equivalent(Comments, read.Comments, strict: true);
    }

    [Theory]
    [InlineData(1, false), InlineData(2, true)]
    public void Names_and_tasks_are_signed_since_the_second(int number, bool has)
    {
        var signed = JsonNode.Parse(Sample(number))!.AsObject();
        Assert.Equal(number, (int)signed["schema"]!);
        Assert.Equal((has, has), (signed.ContainsKey("people"), signed.ContainsKey("tasks")));
        if (has)
            Assert.Equal(("Given Manager", 118), ((string?)signed["people"]![Manager.ToString("D")], (int)signed["tasks"]![0]!["number"]!));
    }

    private static byte[] Sample(int number) => System.IO.File.ReadAllBytes(Path.Combine(Repository.Root, Folder, $"signed-content-{number}.json"));

    private static Guid Id(int number) => Guid.ParseExact($"0199a0b0-0000-7000-8000-{number:D12}", "D");
}
