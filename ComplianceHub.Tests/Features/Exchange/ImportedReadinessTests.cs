using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Exchange.Transcend;
using ComplianceHub.Features.Exchange;
using ComplianceHub.Tests.Data;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.Exchange;

/// <summary>What a holding's files are worth: they name systems and people, and prove next to nothing.</summary>
public sealed class ImportedReadinessTests() : HubDatabaseFixture(null)
{
    [Theory]
    [InlineData("ebrands"), InlineData("eshopit"), InlineData("sneaker-supply")]
    public async Task Nothing_that_the_files_do_not_record_is_green(string slug)
    {
        var shop = await ImportedShopAsync(slug);

        Assert.All(Regulations.All, regulation =>
        {
            var readiness = global::ComplianceHub.Compliance.Readiness.Of(shop, regulation);
            Assert.DoesNotContain(readiness.Results, result => result.Verdict.Outcome is Outcome.Pass);
            Assert.True(readiness.Score.Band is null or Band.NotReady);
        });
    }

    [Fact]
    public async Task A_seat_in_the_union_makes_the_GDPR_apply_and_purposes_without_a_basis_fail()
    {
        var readiness = global::ComplianceHub.Compliance.Readiness.Of(await ImportedShopAsync("sneaker-supply"), Regulations.WithId("GDPR")!);

        Assert.Equal(Answer.Yes, readiness.Gate.Applies);
        Assert.Equal(Outcome.Fail, readiness.Results.Single(result => result.Requirement.Id == "GDPR-6-1").Verdict.Outcome);
    }

    private async Task<ShopSnapshot> ImportedShopAsync(string slug)
    {
        var scope = Services.CreateScope().ServiceProvider;
        scope.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        var hub = scope.GetRequiredService<HubDb>();
        await using var entities = File.OpenRead(SharedData.PathOf("transcend", "business-entities.yml"));
        await using var activities = File.OpenRead(SharedData.PathOf("transcend", "processing-activities.yml"));
        await new ImportWorkflow(hub).CommitAsync(await TranscendReader.ReadAsync(new("e.yml", entities), new("a.yml", activities), Ct), null, Ct);
        return (await new ShopSnapshots(hub, Clock).LoadAsync(slug, null, Ct))!;
    }
}
