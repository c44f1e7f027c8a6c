using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Exchange;
using ComplianceHub.Exchange.Transcend;
using ComplianceHub.Tests.Exchange.Transcend;

namespace ComplianceHub.Tests.Exchange;

public sealed class ImportPlanTests
{
    private const string Source = "transcend";

    [Fact]
    public async Task Everything_is_created_in_empty_registers()
    {
        var plan = await Plan(TranscendText.Activities, []);

        Assert.True(plan.Writes);
        Assert.Equal(
            [Register.ThirdParties, Register.Systems, Register.PersonalData, Register.Activities],
            plan.Steps.Select(step => step.Ref.Register));
        Assert.All(plan.Steps, step => Assert.Equal(ImportOutcome.Created, step.Outcome));
    }

    [Fact]
    public async Task An_unchanged_file_leaves_everything()
    {
        var plan = await Plan(TranscendText.Activities, await Imported());

        Assert.False(plan.Writes);
        Assert.All(plan.Steps, step => Assert.Equal(ImportOutcome.Left, step.Outcome));
    }

    [Fact]
    public async Task A_changed_entry_updates_the_untouched_record_alone()
    {
        var plan = await Plan(Changed, await Imported());

        Assert.Equal([(ImportOutcome.Updated, "Newsletter")], Acting(plan));
    }

    [Fact]
    public async Task An_edited_record_is_left_while_the_file_is_the_same()
    {
        var plan = await Plan(TranscendText.Activities, await Imported(edited: true));

        Assert.False(plan.Writes);
        Assert.DoesNotContain(plan.Steps, step => step.Outcome is ImportOutcome.Conflict);
    }

    [Fact]
    public async Task A_record_that_changed_on_both_sides_is_a_warning_and_not_overwritten()
    {
        var plan = await Plan(Changed, await Imported(edited: true));

        Assert.False(plan.Writes);
        var step = Assert.Single(plan.Steps, step => step.Outcome is ImportOutcome.Conflict);
        var warning = step.Warnings[^1];
        Assert.Equal((2, "processing-activities[0]"), (warning.At.Line, warning.At.Key));
        Assert.StartsWith("Newsletter has changed in the file and was edited here as well.", warning.Sentence, StringComparison.Ordinal);
        Assert.Contains(warning, plan.Messages);
    }

    [Fact]
    public async Task Both_sides_may_have_come_to_the_same()
    {
        var records = await Imported();
        records.OfType<ProcessingActivity>().Single().MeasuresText = "Encrypted twice";

        var plan = await Plan(Changed, records);

        Assert.False(plan.Writes);
        Assert.DoesNotContain(plan.Steps, step => step.Outcome is ImportOutcome.Conflict);
    }

    [Fact]
    public async Task A_record_that_somebody_entered_by_hand_is_used_and_left()
    {
        var mailer = new Vendor { LegalName = "MAILER" };

        var plan = await Plan(TranscendText.Activities, [mailer]);

        var step = plan.Steps[0];
        Assert.Equal((ImportOutcome.Left, mailer.Id), (step.Outcome, step.Ref.Id));
        Assert.Contains("was not imported. It is left as it is.", Assert.Single(step.Warnings).Sentence, StringComparison.Ordinal);
        Assert.Equal(mailer.Id, ((DataSystem)plan.Steps[1].Planned.Record).VendorId);
    }

    [Fact]
    public async Task A_retired_record_of_the_same_name_is_not_used()
    {
        var plan = await Plan(TranscendText.Activities, [new Vendor { LegalName = "Mailer", RetiredOn = new DateOnly(2026, 1, 1) }]);

        Assert.Equal(ImportOutcome.Created, plan.Steps[0].Outcome);
    }

    [Fact]
    public async Task A_new_shop_takes_a_slug_that_is_free()
    {
        var file = await TranscendText.ReadEntities(TranscendText.Entities);
        var before = new RecordedBefore(Source, [new Shop { Slug = "harbour-books", Name = "Another" }]);

        var plan = ImportPlan.Of(TranscendMapping.Records(file, before.IdOf), before, file.Messages);

        Assert.Equal("harbour-books-2", plan.Steps.Select(step => step.Planned.Record).OfType<Shop>().Single().Slug);
    }

    [Fact]
    public async Task A_shop_keeps_its_slug_and_is_then_unchanged()
    {
        var first = new RecordedBefore(Source, [new Shop { Slug = "harbour-books", Name = "Another" }]);
        var file = await TranscendText.ReadEntities(TranscendText.Entities);
        var records = ImportPlan.Of(TranscendMapping.Records(file, first.IdOf), first, file.Messages).Steps.Select(step => step.Planned.Record).ToList();
        var changed = await TranscendText.ReadEntities(TranscendText.Entities.Replace("owner@", "owners@", StringComparison.Ordinal));
        var second = new RecordedBefore(Source, records);

        var plan = ImportPlan.Of(TranscendMapping.Records(changed, second.IdOf), second, changed.Messages);

        Assert.Equal([(ImportOutcome.Updated, "Harbour Books")], Acting(plan));
        Assert.Equal("harbour-books-2", plan.Steps.Select(step => step.Planned.Record).OfType<Shop>().Single().Slug);
    }

    [Fact]
    public async Task The_warnings_of_an_entry_are_told_with_its_record_once()
    {
        var plan = await Plan(TranscendText.Activities, []);

        Assert.All(plan.Steps.SkipLast(1), step => Assert.Empty(step.Warnings));
        Assert.Equal(
            plan.Messages.Where(message => message.Severity is ImportSeverity.Warning),
            plan.Steps[^1].Warnings);
    }

    [Fact]
    public async Task A_file_with_an_error_plans_nothing()
    {
        var plan = await Plan("processing-activities:\n  - title: A\n    wrong: B\n", []);

        Assert.True(plan.HasErrors);
        Assert.Empty(plan.Steps);
    }

    private static string Changed => TranscendText.Activities.Replace("Encrypted", "Encrypted twice", StringComparison.Ordinal);

    private static IEnumerable<(ImportOutcome, string)> Acting(ImportPlan plan) =>
        plan.Steps.Where(step => step.Outcome is not ImportOutcome.Left).Select(step => (step.Outcome, step.Ref.Name));

    private static async Task<ImportPlan> Plan(string activities, IReadOnlyList<RegisterRecord> records)
    {
        var file = await TranscendText.ReadActivities(activities);
        var before = new RecordedBefore(Source, records);
        return ImportPlan.Of(TranscendMapping.Records(file, before.IdOf), before, file.Messages);
    }

    private static async Task<IReadOnlyList<RegisterRecord>> Imported(bool edited = false)
    {
        IReadOnlyList<RegisterRecord> records = [.. (await Plan(TranscendText.Activities, [])).Steps.Select(step => step.Planned.Record)];
        if (edited)
            records.OfType<ProcessingActivity>().Single().LargeScale = Answer.No;
        return records;
    }
}
