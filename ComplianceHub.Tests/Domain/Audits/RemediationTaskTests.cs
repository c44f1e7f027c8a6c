using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Tests.Domain.Audits;

public sealed class RemediationTaskTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Owner = Guid.NewGuid(), Other = Guid.NewGuid(), File = Guid.NewGuid();

    [Theory]
    [InlineData(AuditDecision.Major, RemediationPriority.High, 30)]
    [InlineData(AuditDecision.Minor, RemediationPriority.Medium, 90)]
    [InlineData(AuditDecision.Observation, RemediationPriority.Low, 180)]
    public void Weighs_as_its_finding(AuditDecision decision, RemediationPriority priority, int days)
    {
        var task = RemediationTask.Of(Finding(decision), "Every processor is bound", Today);
        Assert.Equal((priority, Today.AddDays(days), Today.AddDays(days + 14)), (task.Priority, task.DueOn, task.CheckDueOn));
        Assert.Equal(("Sign it.", "Every processor is bound", RemediationState.Open), (task.ToDo, task.Title, task.State));
    }

    [Fact]
    public void Comes_of_findings_alone() =>
        Refuses("Only a finding", () => RemediationTask.Of(Finding(AuditDecision.Accepted), "", Today));

    [Fact]
    public void Goes_from_open_to_effective()
    {
        var task = Done();
        Assert.Equal((RemediationState.Done, (Guid?)Owner), (task.State, task.DoneBy));
        task.Confirm(Other, At, "The agreement is filed.");
        Assert.Equal((RemediationState.Effective, (Guid?)Other, false), (task.State, task.CheckedBy, task.IsUnfinished));
    }

    [Fact]
    public void Takes_no_other_step()
    {
        var task = Owned();
        Refuses("in progress", () => task.Finish(Owner, At, "Done"));
        Refuses("Only what is done", () => task.Confirm(Other, At, "Seen"));
        Refuses("Start the task", () => task.Attach([File]));
        task.Start();
        Refuses("Only an open task", task.Start);
        task.Attach([File]);
        task.Finish(Owner, At, "Signed.");
        Refuses("in progress", () => task.Finish(Owner, At, "Again"));
        task.Confirm(Other, At, "Seen");
        Refuses("Only what is done", () => task.Reopen(Other, At, "No"));
        Refuses("closed", () => task.Plan(RemediationPlan.Of(task)));
        Refuses("closed", () => task.Withdraw("No", Finding(AuditDecision.Accepted)));
    }

    [Fact]
    public void Needs_an_owner_before_it_starts() => Refuses("Name an owner", Open().Start);

    [Fact]
    public void Is_not_done_without_evidence()
    {
        var task = Owned();
        task.Start();
        Refuses("without evidence", () => task.Finish(Owner, At, "Signed."));
        task.Attach([File]);
        Refuses("Say what was done", () => task.Finish(Owner, At, " "));
    }

    [Fact]
    public void Is_checked_by_neither_its_owner_nor_whoever_did_it()
    {
        var task = Done();
        Refuses("Its owner", () => task.Confirm(Owner, At, "Fine"));
        var another = Owned();
        another.Start();
        another.Attach([File]);
        another.Finish(Other, At, "Signed.");
        Refuses("Whoever did it", () => another.Confirm(Other, At, "Fine"));
        Refuses("Its owner", () => another.Reopen(Owner, At, "No"));
        another.Confirm(Guid.NewGuid(), At, "Seen");
    }

    [Fact]
    public void Is_checked_by_whoever_is_named()
    {
        var task = Owned(checker: Other);
        task.Start();
        task.Attach([File]);
        Refuses("You are to check", () => task.Finish(Other, At, "Signed."));
        task.Finish(Owner, At, "Signed.");
        Refuses("Somebody else is named", () => task.Confirm(Guid.NewGuid(), At, "Seen"));
        task.Confirm(Other, At, "Seen");
    }

    [Fact]
    public void Opens_again_when_it_had_no_effect()
    {
        var task = Done();
        Refuses("Say why", () => task.Reopen(Other, At, ""));
        task.Reopen(Other, At, "The tag still fires.");
        Assert.Equal((RemediationState.Open, "The tag still fires.", (Guid?)null), (task.State, task.CheckNote, task.DoneBy));
        Assert.Empty(task.EvidenceIds);
        Assert.Equal([File], task.EarlierEvidenceIds);
        task.Start();
        Refuses("Attach at least one file", () => task.Finish(Owner, At, "Again."));
        Refuses("was there when it was found without effect", () => task.Attach([Guid.NewGuid(), File]));
    }

    [Fact]
    public void Opens_again_when_the_auditor_records_the_finding_again()
    {
        foreach (var task in new[] { Done(), Confirmed() })
        {
            task.Follow(Finding(AuditDecision.Major, "It fires in the app too."), Today);
            Assert.Equal((RemediationState.Open, (Guid?)Owner, "It fires in the app too."), (task.State, task.OwnerId, task.ToDo));
            Assert.Equal((0, (Guid?)null), (task.EvidenceIds.Count, task.CheckedBy));
            Assert.Equal([File], task.EarlierEvidenceIds);
        }

        RemediationTask Confirmed()
        {
            var task = Done();
            task.Confirm(Other, At, "Seen");
            return task;
        }
    }

    [Fact]
    public void Follows_the_auditor_while_nobody_touched_it()
    {
        var task = Open();
        task.Follow(Finding(AuditDecision.Minor, "Sign it soon."), Today);
        Assert.Equal((RemediationPriority.Medium, "Sign it soon."), (task.Priority, task.ToDo));
        task.Plan(RemediationPlan.Of(task) with { OwnerId = Owner });
        task.Follow(Finding(AuditDecision.Major, "Sign it now."), Today);
        Assert.Equal((RemediationPriority.Medium, "Sign it now."), (task.Priority, task.ToDo));
        task.Start();
        task.Follow(Finding(AuditDecision.Major, "Something else."), Today);
        Assert.Equal("Sign it now.", task.ToDo);
    }

    [Fact]
    public void Is_withdrawn_only_with_its_finding_and_comes_back_with_it()
    {
        var task = Owned();
        Refuses("The finding stands", () => task.Withdraw("Too much work", Finding(AuditDecision.Minor)));
        Refuses("Say why", () => task.Withdraw(null, Finding(AuditDecision.Accepted)));
        task.Withdraw("The auditor saw the agreement.", Finding(AuditDecision.Accepted));
        Assert.Equal((RemediationState.Withdrawn, (DateOnly?)null), (task.State, task.NextDay));
        task.Follow(Finding(AuditDecision.Minor), Today);
        Assert.Equal((RemediationState.Open, (Guid?)null, (string?)null, RemediationPriority.Medium), (task.State, task.OwnerId, task.WithdrawnBecause, task.Priority));
    }

    [Fact]
    public void Is_overdue_the_day_after_its_due_day_and_then_the_day_after_that_of_the_check()
    {
        var task = Owned();
        Assert.False(task.IsOverdueOn(task.DueOn));
        Assert.True(task.IsOverdueOn(task.DueOn.AddDays(1)));
        var done = Done();
        Assert.False(done.IsOverdueOn(done.CheckDueOn));
        Assert.True(done.IsOverdueOn(done.CheckDueOn.AddDays(1)));
        done.Confirm(Other, At, "Seen");
        Assert.False(done.IsOverdueOn(DateOnly.MaxValue));
    }

    [Fact]
    public void Keeps_a_plan_that_makes_sense()
    {
        var task = Open();
        Refuses("before the work", () => task.Plan(RemediationPlan.Of(task) with { CheckDueOn = task.DueOn.AddDays(-1) }));
        Refuses("other than the owner", () => Owned(checker: Owner));
        var done = Done();
        Refuses("done already", () => done.Plan(RemediationPlan.Of(done) with { OwnerId = Other }));
        done.Plan(RemediationPlan.Of(done) with { CheckerId = Other });
        Assert.Equal(Other, done.CheckerId);
    }

    private static AuditItem Finding(AuditDecision decision, string recommendation = "Sign it.") =>
        new() { RequirementId = "GDPR-28-3", Decision = decision, RootCause = "Nobody asked.", Recommendation = recommendation };

    private static RemediationTask Open() => RemediationTask.Of(Finding(AuditDecision.Major), "Every processor is bound", Today);

    private static RemediationTask Owned(Guid? checker = null)
    {
        var task = Open();
        task.Plan(RemediationPlan.Of(task) with { OwnerId = Owner, CheckerId = checker });
        return task;
    }

    private static RemediationTask Done()
    {
        var task = Owned();
        task.Start();
        task.Attach([File]);
        task.Finish(Owner, At, "Signed.");
        return task;
    }

    private static void Refuses(string part, Action step) => Assert.Contains(part, Assert.Throws<DomainException>(step).Message, StringComparison.Ordinal);
}
