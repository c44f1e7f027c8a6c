using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Tests.Domain.Audits;

public sealed class AuditTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Preparer = Guid.NewGuid(), Auditor = Guid.NewGuid(), Manager = Guid.NewGuid();

    [Fact]
    public void Goes_from_draft_to_signed()
    {
        var audit = Draft();
        audit.BeginFieldwork(At);
        Assert.Equal((AuditState.Fieldwork, (DateTimeOffset?)At), (audit.State, audit.FrozenAt));
        audit.HandIn([Item(AuditDecision.Accepted), Item(AuditDecision.Major)]);
        audit.Sign(Manager);
        Assert.Equal(AuditState.Signed, audit.State);
        audit.Supersede(Guid.NewGuid());
        Refuses("superseded already", () => audit.Supersede(Guid.NewGuid()));
    }

    [Fact]
    public void Takes_no_other_step()
    {
        var audit = Draft();
        Refuses("in fieldwork", () => audit.HandIn([]));
        Refuses("awaits sign-off", () => audit.Return("No"));
        Refuses("awaits sign-off", () => audit.Sign(Manager));
        Refuses("signed audit", () => audit.Supersede(Guid.NewGuid()));
        audit.BeginFieldwork(At);
        Refuses("Only a draft", () => audit.BeginFieldwork(At));
        Refuses("awaits sign-off", () => audit.Sign(Manager));
        audit.HandIn([]);
        Refuses("in fieldwork", () => audit.HandIn([]));
        audit.Sign(Manager);
        Refuses("signed already", () => audit.Sign(Manager));
        Refuses("awaits sign-off", () => audit.Return("No"));
    }

    [Fact]
    public void Needs_its_people_before_fieldwork()
    {
        Refuses("who audits", () => Draft(audit => audit.AuditorId = null).BeginFieldwork(At));
        Refuses("who will sign", () => Draft(audit => audit.SignerId = null).BeginFieldwork(At));
        Refuses("prepares an audit cannot sign", () => Draft(audit => audit.SignerId = Preparer).BeginFieldwork(At));
        Refuses("audits cannot sign", () => Draft(audit => audit.SignerId = Auditor).BeginFieldwork(At));
        Refuses("prepares an audit cannot audit", () => Draft(audit => audit.AuditorId = Preparer).BeginFieldwork(At));
    }

    [Fact]
    public void Needs_a_scope()
    {
        Refuses("at least one shop", () => Draft(audit => audit.ShopIds = []).BeginFieldwork(At));
        Refuses("at most 50", () => Draft(audit => audit.ShopIds = [.. Enumerable.Range(0, 51).Select(_ => Guid.NewGuid())]).BeginFieldwork(At));
        Refuses("regulation", () => Draft(audit => audit.Regulations = []).BeginFieldwork(At));
        Refuses("title", () => Draft(audit => audit.Title = " ").BeginFieldwork(At));
        Refuses("ends before", () => Draft(audit => audit.PeriodUntil = audit.PeriodFrom.AddDays(-1)).BeginFieldwork(At));
        Refuses("first and the last day", () => Draft(audit => audit.PeriodFrom = default).BeginFieldwork(At));
    }

    [Theory]
    [InlineData(AuditDecision.Open)]
    [InlineData(AuditDecision.Question)]
    public void Is_not_handed_in_with_something_undecided(AuditDecision decision)
    {
        var audit = Draft();
        audit.BeginFieldwork(At);
        Refuses("1 of 2 requirements", () => audit.HandIn([Item(AuditDecision.Accepted), Item(decision)]));
    }

    [Fact]
    public void Goes_back_with_a_reason_that_the_next_hand_in_clears()
    {
        var audit = Draft();
        audit.BeginFieldwork(At);
        audit.HandIn([]);
        Refuses("Say why", () => audit.Return("  "));
        audit.Return(" Look at Hotjar again. ");
        Assert.Equal((AuditState.Fieldwork, "Look at Hotjar again."), (audit.State, audit.ReturnedBecause));
        audit.HandIn([]);
        Assert.Null(audit.ReturnedBecause);
    }

    [Fact]
    public void Its_people_are_exchanged_during_fieldwork_alone_and_by_the_same_rules()
    {
        var (audit, other) = (Draft(), Guid.NewGuid());
        Refuses("only during fieldwork", () => audit.Reassign(Auditor, other));
        audit.BeginFieldwork(At);
        Refuses("who audits", () => audit.Reassign(null, Manager));
        Refuses("who will sign", () => audit.Reassign(Auditor, null));
        Refuses("prepares an audit cannot sign", () => audit.Reassign(Auditor, Preparer));
        Refuses("audits cannot sign", () => audit.Reassign(Auditor, Auditor));
        audit.Reassign(Auditor, other);
        audit.HandIn([]);
        Refuses("only during fieldwork", () => audit.Reassign(Auditor, Manager));
        Refuses("named in the audit", () => audit.Sign(Manager));
        audit.Sign(other);
    }

    [Fact]
    public void Is_signed_by_nobody_but_the_named_manager()
    {
        foreach (var other in new[] { Preparer, Auditor, Guid.NewGuid() })
        {
            var audit = Draft();
            audit.BeginFieldwork(At);
            audit.HandIn([]);
            Assert.Throws<DomainException>(() => audit.Sign(other));
            Assert.Equal(AuditState.AwaitingSignOff, audit.State);
        }
    }

    [Theory]
    [InlineData(AuditDecision.Question, "question")]
    [InlineData(AuditDecision.Major, "came to this")]
    [InlineData(AuditDecision.Minor, "came to this")]
    [InlineData(AuditDecision.Observation, "should be done")]
    [InlineData(AuditDecision.RiskAccepted, "until which")]
    public void A_decision_says_what_it_must(AuditDecision decision, string asks) =>
        Assert.Contains(asks, Assert.Throws<DomainException>(() => RecordValidation.Demand(Item(decision))).Message);

    [Fact]
    public void A_later_audit_covers_it_when_it_has_all_its_shops_and_regulations()
    {
        var (one, both) = (Draft(), Draft(audit => audit.Regulations = ["GDPR", "CCPA"]));
        both.ShopIds = [.. one.ShopIds, Guid.NewGuid()];
        Assert.True(one.IsCoveredBy(both));
        Assert.False(both.IsCoveredBy(one));
    }

    private static Audit Draft(Action<Audit>? change = null)
    {
        var audit = new Audit
        {
            Title = "Annual privacy audit 2026",
            ShopIds = [Guid.NewGuid()],
            Regulations = ["GDPR"],
            PeriodFrom = new(2025, 11, 1),
            PeriodUntil = new(2026, 10, 31),
            PreparedBy = Preparer,
            AuditorId = Auditor,
            SignerId = Manager,
        };
        change?.Invoke(audit);
        return audit;
    }

    private static AuditItem Item(AuditDecision decision) => new() { RequirementId = "GDPR-28-3", Decision = decision };

    private static void Refuses(string because, Action step) =>
        Assert.Contains(because, Assert.Throws<DomainException>(step).Message);
}
