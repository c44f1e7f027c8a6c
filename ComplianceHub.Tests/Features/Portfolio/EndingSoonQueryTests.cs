using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Portfolio;
using ComplianceHub.Tests.Data;
using Microsoft.Extensions.Time.Testing;

namespace ComplianceHub.Tests.Features.Portfolio;

/// <summary>The portfolio and a shop's own page know the same dates.</summary>
public sealed class EndingSoonQueryTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("compliancehub-ending-").FullName;
    private readonly FakeTimeProvider _clock = new(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private ServiceProvider _services = null!;
    private IServiceProvider _scope = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddLogging()
            .AddHubData(DatabaseConnection.Parse(Path.Combine(_folder, "hub.db"), _folder))
            .AddSingleton<RecordDemoAudits>((_, _) => Task.CompletedTask).AddScoped<DemoLoader>().AddScoped<EndingSoonQuery>().BuildServiceProvider();
        await _services.GetRequiredService<HubDatabase>().MigrateAsync(Ct);
        _scope = _services.CreateScope().ServiceProvider;
        _scope.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        await _scope.GetRequiredService<DemoLoader>().LoadAsync(Ct);
        await _scope.GetRequiredService<ReadinessBoard>().RefreshStaleAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Tells_what_the_calendars_of_the_shops_tell()
    {
        var told = (await _scope.GetRequiredService<EndingSoonQuery>().ListAsync(50, Ct)).Select(ending => (ending.Day, ending.Text)).ToList();
        List<(DateOnly, string)> known = [];
        await foreach (var shop in _scope.GetRequiredService<ShopSnapshots>().LoadAllAsync(ct: Ct))
            known.AddRange(ShopCalendar.Of(shop).Where(entry => entry.Record is not null && entry.Day <= shop.AsOf.AddDays(30)).Select(entry => (entry.Day, entry.Text)));
        Assert.Equal(known.Distinct().Order(), told.Order());
        Assert.Contains((new DateOnly(2026, 12, 12), "PickPack 3PL GmbH: agreement ends"), told);
        Assert.Contains((new DateOnly(2026, 12, 18), "Riskified Ltd: due diligence ends"), told);
    }

    [Fact]
    public async Task The_soonest_comes_first_and_no_more_than_asked() =>
        Assert.Equal(new DateOnly(2026, 12, 12), Assert.Single(await _scope.GetRequiredService<EndingSoonQuery>().ListAsync(1, Ct)).Day);

    [Fact]
    public async Task Who_may_not_read_the_shop_hears_of_nothing()
    {
        _scope = _services.CreateScope().ServiceProvider;
        _scope.GetRequiredService<CurrentActor>().Use(Actor.User(Guid.NewGuid()));
        Assert.Empty(await _scope.GetRequiredService<EndingSoonQuery>().ListAsync(50, Ct));
    }
}
