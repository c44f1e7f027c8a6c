using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Exchange;
using ComplianceHub.Exchange.Transcend;
using ComplianceHub.Features.Exchange;
using ComplianceHub.Tests.Data;
using ComplianceHub.Tests.Exchange.Transcend;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Exchange;

public abstract class ImportWorkflowTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    [Fact]
    public async Task Everything_that_the_files_state_is_stored_as_records_of_the_group()
    {
        await ImportAsync(await BothAsync());

        await using var db = await OpenAsync();
        var legalEntity = await db.LegalEntities.SingleAsync(row => row.Name == "Harbour Books", Ct);
        var shop = await db.Shops.SingleAsync(row => row.Slug == "harbour-books", Ct);
        Assert.Equal(legalEntity.Id, shop.LegalEntityId);
        var activity = await db.Activities.SingleAsync(Ct);
        Assert.Null(activity.ShopId);
        var system = await db.DataSystems.SingleAsync(Ct);
        Assert.Equal([system.Id], activity.SystemIds);
        Assert.True(await db.Vendors.AnyAsync(vendor => vendor.Id == system.VendorId && vendor.ToConfirm, Ct));
        Assert.Equal("90", activity.RetentionAsStated);
        Assert.False(await db.RetentionRules.AnyAsync(Ct));
    }

    [Fact]
    public async Task The_plan_writes_nothing()
    {
        var before = await LogAsync();

        var plan = await Workflow(Actor.System("test")).PlanAsync(await BothAsync(), Ct);

        Assert.True(plan.Writes);
        Assert.Equal(before, await LogAsync());
        await using var db = await OpenAsync();
        Assert.False(await db.Activities.AnyAsync(Ct));
    }

    [Fact]
    public async Task A_second_import_of_the_same_files_changes_nothing_not_even_the_log()
    {
        await ImportAsync(await BothAsync());
        var before = await LogAsync();

        var plan = await ImportAsync(await BothAsync());

        Assert.False(plan.Writes);
        Assert.All(plan.Steps, step => Assert.Equal(ImportOutcome.Left, step.Outcome));
        Assert.Equal(before, await LogAsync());
    }

    [Fact]
    public async Task A_change_in_the_file_updates_that_record_alone()
    {
        await ImportAsync(await BothAsync());
        var before = await LogAsync();

        var plan = await ImportAsync(await BothAsync(("Encrypted", "Encrypted twice"), ("name: Letters", "name: Mail")));

        Assert.Equal(["Newsletter"], Names(plan, ImportOutcome.Updated));
        Assert.Equal(before + 1, await LogAsync());
        await using var db = await OpenAsync();
        var activity = await db.Activities.SingleAsync(Ct);
        Assert.Equal(("Encrypted twice", "Marketing: Mail"), (activity.MeasuresText, Assert.Single(activity.Purposes).Text));
        Assert.False((await ImportAsync(await BothAsync(("Encrypted", "Encrypted twice"), ("name: Letters", "name: Mail")))).Writes);
    }

    [Fact]
    public async Task After_an_update_the_next_change_is_an_update_again()
    {
        await ImportAsync(await BothAsync());
        await ImportAsync(await BothAsync(("name: Letters", "name: Mail")));

        var plan = await ImportAsync(await BothAsync(("name: Letters", "name: Post")));

        Assert.Equal(["Newsletter"], Names(plan, ImportOutcome.Updated));
    }

    [Fact]
    public async Task What_changed_on_both_sides_is_a_warning_and_nothing_is_overwritten()
    {
        await ImportAsync(await BothAsync());
        await EditAsync(activity => activity.MeasuresText = "Locked away");
        var before = await LogAsync();

        var plan = await ImportAsync(await BothAsync(("Encrypted", "Encrypted twice")));

        Assert.Equal(["Newsletter"], Names(plan, ImportOutcome.Conflict));
        Assert.Contains(plan.Messages, message => message.Sentence.Contains("Nothing is overwritten", StringComparison.Ordinal));
        Assert.Equal(before, await LogAsync());
        await using var db = await OpenAsync();
        Assert.Equal("Locked away", (await db.Activities.SingleAsync(Ct)).MeasuresText);
    }

    [Fact]
    public async Task A_disclosure_beside_the_activity_does_not_make_it_edited()
    {
        await ImportAsync(await BothAsync());
        await using (var db = await OpenAsync())
        {
            db.Add(new Disclosure { ActivityId = (await db.Activities.SingleAsync(Ct)).Id, VendorId = (await db.Vendors.SingleAsync(Ct)).Id });
            await db.SaveChangesAsync(Ct);
        }

        var plan = await ImportAsync(await BothAsync(("Encrypted", "Encrypted twice")));

        Assert.Equal(["Newsletter"], Names(plan, ImportOutcome.Updated));
    }

    [Fact]
    public async Task An_error_in_one_file_writes_nothing_of_both()
    {
        var before = await LogAsync();

        var plan = await ImportAsync(await BothAsync(("- CONTROLLER", "- BOSS")));

        Assert.True(plan.HasErrors);
        Assert.Equal(before, await LogAsync());
        await using var db = await OpenAsync();
        Assert.False(await db.LegalEntities.AnyAsync(row => row.Name == "Harbour Books", Ct));
    }

    [Fact]
    public async Task What_was_looked_at_is_what_is_written_or_nothing_is()
    {
        var file = await BothAsync();
        var seen = await Workflow(Actor.System("test")).PlanAsync(file, Ct);
        await SaveAsync(new Vendor { LegalName = "Mailer" });
        var before = await LogAsync();

        var refusal = await Assert.ThrowsAsync<DomainException>(() => Workflow(Actor.System("test")).CommitAsync(file, seen, Ct));

        Assert.StartsWith("The registers have changed since you looked at the preview.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await LogAsync());
    }

    [Fact]
    public async Task Two_imports_at_once_create_each_record_once()
    {
        var file = await BothAsync();

        var imports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TryImportAsync(file))));

        Assert.Contains(imports, plan => plan is { Writes: true });
        await using var db = await OpenAsync();
        Assert.Equal(1, await db.Activities.CountAsync(Ct));
        Assert.Equal(1, await db.Vendors.CountAsync(Ct));
    }

    [Theory]
    [InlineData(HubRole.Administrator, true), InlineData(HubRole.PrivacyOfficer, true)]
    [InlineData(HubRole.Manager, false), InlineData(HubRole.Auditor, false), InlineData(HubRole.Viewer, false)]
    public async Task Activities_are_imported_by_those_who_keep_the_registers_of_the_group(HubRole role, bool may)
    {
        var workflow = Workflow(Actor.User(await PersonAsync(role)));
        var file = await TranscendText.ReadActivities(TranscendText.Activities);

        if (may)
            Assert.True((await workflow.CommitAsync(file, null, Ct)).Writes);
        else
            await Assert.ThrowsAsync<AccessDeniedException>(() => workflow.PlanAsync(file, Ct));
    }

    [Theory]
    [InlineData(HubRole.Administrator, true), InlineData(HubRole.PrivacyOfficer, false)]
    public async Task Shops_are_imported_by_administrators_of_the_group(HubRole role, bool may)
    {
        var workflow = Workflow(Actor.User(await PersonAsync(role)));

        if (may)
            Assert.True((await workflow.CommitAsync(await BothAsync(), null, Ct)).Writes);
        else
            await Assert.ThrowsAsync<AccessDeniedException>(async () => await workflow.PlanAsync(await BothAsync(), Ct));
    }

    [Fact]
    public async Task A_grant_for_one_shop_imports_nothing()
    {
        var workflow = Workflow(Actor.User(await PersonAsync(HubRole.Administrator, Shop.Id)));

        await Assert.ThrowsAsync<AccessDeniedException>(async () => await workflow.CommitAsync(await BothAsync(), null, Ct));
    }

    [Fact]
    public async Task The_files_of_the_holding_are_three_shops_four_activities_and_seven_vendors_to_confirm()
    {
        await using var entities = File.OpenRead(SharedData.PathOf("transcend", "business-entities.yml"));
        await using var activities = File.OpenRead(SharedData.PathOf("transcend", "processing-activities.yml"));
        await ImportAsync(await TranscendReader.ReadAsync(new("e.yml", entities), new("a.yml", activities), Ct));

        await using var db = await OpenAsync();
        string[] slugs = ["ebrands", "eshopit", "sneaker-supply"];
        Assert.Equal(slugs, await db.Shops.Where(shop => slugs.Contains(shop.Slug)).Select(shop => shop.Slug).Order().ToListAsync(Ct));
        Assert.Equal(4, await db.Activities.CountAsync(activity => activity.ShopId == null, Ct));
        Assert.Equal(
            ["ADP", "AdRoll", "Adobe", "Adobe Analytics", "Adobe Experience Platform", "Aircall", "Algolia"],
            (await db.Vendors.Where(vendor => vendor.ToConfirm).Select(vendor => vendor.LegalName).ToListAsync(Ct)).Order(StringComparer.Ordinal));
    }

    private ImportWorkflow Workflow(Actor actor) => new(ScopeOf(actor).GetRequiredService<HubDb>());

    private Task<ImportPlan> ImportAsync(TranscendFile file) => Workflow(Actor.System("test")).CommitAsync(file, null, Ct);

    /// <summary>An import may lose the race and say so; it may not do anything twice.</summary>
    private async Task<ImportPlan?> TryImportAsync(TranscendFile file)
    {
        try
        {
            return await ImportAsync(file);
        }
        catch (DomainException)
        {
            return null;
        }
    }

    private async Task EditAsync(Action<ProcessingActivity> edit)
    {
        await using var db = await OpenAsync();
        edit(await db.Activities.SingleAsync(Ct));
        await db.SaveChangesAsync(Ct);
    }

    private async Task<int> LogAsync()
    {
        await using var db = await OpenAsync();
        return await db.AuditLogEntries.CountAsync(Ct);
    }

    private static IEnumerable<string> Names(ImportPlan plan, ImportOutcome outcome) =>
        plan.Steps.Where(step => step.Outcome == outcome).Select(step => step.Ref.Name);

    private static Task<TranscendFile> BothAsync(params (string Before, string After)[] changes) => TranscendText.Read(
        System.Text.Encoding.UTF8.GetBytes(TranscendText.Entities),
        System.Text.Encoding.UTF8.GetBytes(changes.Aggregate(TranscendText.Activities, (text, change) => text.Replace(change.Before, change.After, StringComparison.Ordinal))));
}

public sealed class ImportWorkflowOnSqliteTests() : ImportWorkflowTests(null);

public sealed class ImportWorkflowOnPostgresTests(PostgresServer server) : ImportWorkflowTests(server);
