using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Tests.Domain.Audits;

public sealed class AuditDecisionsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 16, 9, 30, 15, 123, TimeSpan.Zero);
    private static readonly Guid Shop = Guid.NewGuid(), Person = Guid.NewGuid();

    [Fact]
    public void Reads_every_field_that_was_signed()
    {
        var audit = new Audit { Title = "Annual", ShopIds = [Shop], Regulations = ["GDPR"] };
        AuditItem[] items =
        [
            new() { AuditId = audit.Id, ShopId = Shop, RequirementId = "GDPR-28-3", Decision = AuditDecision.Major, Note = "Found “this”.", RootCause = "Haste.", Recommendation = "Rest.", DecidedBy = Person, DecidedAt = At },
            new() { AuditId = audit.Id, ShopId = Shop, RequirementId = "GDPR-30-1", Decision = AuditDecision.RiskAccepted, Note = "Small.", RiskAcceptedUntil = new(2027, 3, 31), DecidedBy = Person, DecidedAt = At },
            new() { AuditId = audit.Id, ShopId = Shop, RequirementId = "GDPR-6-1" },
        ];
        AuditComment[] comments =
        [
            new() { AuditId = audit.Id, ItemId = items[0].Id, ShopId = Shop, WrittenBy = Person, WrittenAt = At.AddMinutes(1), Text = "Second." },
            new() { AuditId = audit.Id, ItemId = items[1].Id, ShopId = Shop, WrittenBy = Person, WrittenAt = At, Text = "First." },
        ];
        var read = AuditDecisions.Read(SignedContent.Write(audit, [], items, comments, [], new Dictionary<Guid, string>(), new SignOff(), new Dictionary<Guid, string>()));
        Assert.Equivalent(items, read.Items, strict: true);
        Assert.Equivalent(comments.Reverse(), read.Comments, strict: true);
        Assert.Equal(["First.", "Second."], read.Comments.Select(comment => comment.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"schema":3,"audit":{},"items":[],"comments":[]}""")]
    [InlineData("""{"schema":2,"audit":{"id":"no id"},"items":[],"comments":[]}""")]
    [InlineData("""{"schema":2,"audit":{"id":"0193a0c0-0000-7000-8000-000000000000"},"items":[{"id":7}],"comments":[]}""")]
    public void Refuses_what_this_program_did_not_write(string json) =>
        Assert.Throws<FormatException>(() => AuditDecisions.Read(System.Text.Encoding.UTF8.GetBytes(json)));
}
