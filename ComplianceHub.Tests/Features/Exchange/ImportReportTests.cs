using System.Text.Json;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Exchange;
using ComplianceHub.Exchange.Transcend;
using ComplianceHub.Features.Exchange;
using ComplianceHub.Tests.Exchange.Transcend;

namespace ComplianceHub.Tests.Features.Exchange;

public sealed class ImportReportTests
{
    [Fact]
    public async Task Names_each_record_with_its_warnings_and_their_place()
    {
        var json = JsonDocument.Parse(ImportReport.Json(await PlanAsync([]), isWritten: true)).RootElement;

        Assert.True(json.GetProperty("written").GetBoolean());
        var activity = json.GetProperty("created").EnumerateArray().Last();
        Assert.Equal(("activities", "Newsletter"), (activity.GetProperty("register").GetString(), activity.GetProperty("name").GetString()));
        var warning = activity.GetProperty("warnings").EnumerateArray().Single(one => one.GetProperty("line").GetInt32() == 15);
        Assert.Equal("activities.yml", warning.GetProperty("file").GetString());
        Assert.Equal("processing-activities[0].retentionPeriod", warning.GetProperty("key").GetString());
        Assert.StartsWith("Newsletter: the retention period", warning.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, json.GetProperty("left").GetArrayLength());
    }

    [Fact]
    public async Task A_plan_is_not_written()
    {
        var plan = await PlanAsync([]);

        Assert.False(JsonDocument.Parse(ImportReport.Json(plan, isWritten: false)).RootElement.GetProperty("written").GetBoolean());
        Assert.Equal("4 new, 0 changed, 0 unchanged, 0 in conflict. Nothing is written yet.", ImportReport.Lines(plan, isWritten: false).Last());
    }

    [Fact]
    public async Task A_conflict_is_left_and_says_so()
    {
        var records = (await PlanAsync([])).Steps.Select(step => step.Planned.Record).ToList();
        records.OfType<ProcessingActivity>().Single().LargeScale = Answer.No;

        var plan = await PlanAsync(records, "each week");

        var json = JsonDocument.Parse(ImportReport.Json(plan, isWritten: true)).RootElement;
        Assert.False(json.GetProperty("written").GetBoolean());
        var conflict = json.GetProperty("left").EnumerateArray().Single(one => one.TryGetProperty("conflict", out _));
        Assert.Equal("Newsletter", conflict.GetProperty("name").GetString());
        Assert.Contains(ImportReport.Lines(plan, isWritten: true), line => line == "conflict  Activity            Newsletter");
    }

    [Fact]
    public async Task An_error_is_one_sentence_with_file_line_and_key()
    {
        var plan = await PlanAsync([], "each month\n    wrong: 1\n    bad: 2");

        Assert.StartsWith(
            "Nothing is imported. activities.yml, line 6, processing-activities[0].wrong: The key \"wrong\" is not known here.",
            ImportReport.Refusal(plan),
            StringComparison.Ordinal);
        Assert.EndsWith("(1 more)", ImportReport.Refusal(plan), StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(ImportReport.Json(plan, isWritten: true)).RootElement.GetProperty("errors").GetArrayLength());
    }

    private static async Task<ImportPlan> PlanAsync(IEnumerable<RegisterRecord> records, string month = "each month")
    {
        var file = await TranscendText.ReadActivities(TranscendText.Activities.Replace("each month", month, StringComparison.Ordinal));
        var before = new RecordedBefore("transcend", records);
        return ImportPlan.Of(TranscendMapping.Records(file, before.IdOf), before, file.Messages);
    }
}
