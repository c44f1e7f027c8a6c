using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Shell;
using ComplianceHub.Tests.Data;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.Shell;

public sealed class SearchQueryTests_on_Sqlite() : SearchQueryTests(null);

public sealed class SearchQueryTests_on_Postgres(PostgresServer server) : SearchQueryTests(server);

/// <summary>The search finds what a person may see, in every register, and leads to where they may open it.</summary>
public abstract class SearchQueryTests(PostgresServer? server) : EveryRecordFixture(server)
{
    [Fact]
    public async Task A_record_of_every_register_is_found()
    {
        foreach (var type in OwnedTypes)
        {
            var record = (OwnedRecord)await SaveAsync(await RecordAsync(type, Shop.Id));
            var address = HubUrls.Register(RegisterNames.Of(record.Register), Shop.Slug, record.Id);
            var hits = await FindAsync(await PersonAsync(HubRole.Viewer, Shop.Id), record.DisplayName);
            Assert.Contains(hits, hit => hit.Kind == "Records" && hit.Href == address);
            Assert.DoesNotContain(await FindAsync(await PersonAsync(HubRole.Viewer, SisterShop.Id), record.DisplayName), hit => hit.Kind == "Records");
            Assert.DoesNotContain(await FindAsync(await PersonAsync(HubRole.Auditor, Shop.Id), record.DisplayName), hit => hit.Kind == "Records");
        }
    }

    [Fact]
    public async Task A_record_of_the_group_opens_in_the_register_that_the_person_may_read()
    {
        var host = await SaveAsync(new Vendor { LegalName = "Havenhost", AppliesTo = new() { Kind = CoverageKind.LegalEntities, LegalEntityIds = [Company.Id] } });
        string Address(Shop? shop) => HubUrls.Register(RegisterNames.ThirdParties, shop?.Slug, host.Id);

        Assert.Equal([Address(null)], await RecordsAsync(await PersonAsync(HubRole.Viewer), "haven"));
        Assert.Equal([Address(Shop)], await RecordsAsync(await PersonAsync(HubRole.Viewer, Shop.Id), "haven"));
        Assert.Empty(await RecordsAsync(await PersonAsync(HubRole.Viewer, OtherShop.Id), "haven"));

        var both = await PersonAsync(HubRole.Viewer, Shop.Id);
        await SaveAsync(new Grant { UserId = both, Role = HubRole.Viewer, Scope = GrantScope.Shop, ShopId = SisterShop.Id });
        Assert.Equal([Address(SisterShop)], await RecordsAsync(both, "haven", SisterShop.Slug));
    }

    [Theory]
    [InlineData(HubRole.Administrator, "Add a shop", "Import from files"), InlineData(HubRole.PrivacyOfficer, "Import from files"), InlineData(HubRole.Viewer)]
    public async Task An_action_is_offered_to_who_may(HubRole role, params string[] actions)
    {
        var person = await PersonAsync(role);
        var hits = (await FindAsync(person, "add a")).Concat(await FindAsync(person, "import"));
        Assert.Equal(actions, hits.Where(hit => hit.Kind == "Actions").Select(hit => hit.Text));
    }

    private async Task<IEnumerable<string>> RecordsAsync(Guid person, string text, string? slug = null) =>
        (await FindAsync(person, text, slug)).Where(hit => hit.Kind == "Records").Select(hit => hit.Href);

    private Task<IReadOnlyList<SearchHit>> FindAsync(Guid person, string text, string? slug = null) =>
        new SearchQuery(ScopeOf(Actor.User(person)).GetRequiredService<HubDb>()).FindAsync(text, slug, Ct);
}
