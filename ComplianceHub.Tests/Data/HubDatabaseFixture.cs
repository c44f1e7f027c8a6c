using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Audits;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace ComplianceHub.Tests.Data;

/// <summary>
/// A database of its own for each test, with two companies, three shops and one person per role. Every class of data
/// tests has two sealed children, one on SQLite and one on PostgreSQL, so that both keep the same promises.
/// </summary>
public abstract class HubDatabaseFixture(PostgresServer? server) : IAsyncLifetime
{
    protected static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("compliancehub-data-").FullName;
    private ServiceProvider? _services;

    protected FakeTimeProvider Clock { get; } = new(Now);
    protected LegalEntity Company { get; } = new() { Name = "Fjord Group AS" };
    protected LegalEntity OtherCompany { get; } = new() { Name = "Other AS" };
    protected Shop Shop { get; private set; } = null!;
    protected Shop SisterShop { get; private set; } = null!;
    protected Shop OtherShop { get; private set; } = null!;

    /// <summary>Where the database lies that is a file, and what must not lie in any database.</summary>
    protected string Folder => _folder;

    protected string ConnectionString { get; private set; } = "";
    protected bool IsPostgres => server is not null;
    protected IServiceProvider Services => _services!;
    protected HubDb Hub { get; private set; } = null!;
    protected HubDatabase Database => Services.GetRequiredService<HubDatabase>();
    protected CancellationToken Ct => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        ConnectionString = await MigratedDatabase.CopyAsync(server, Path.Combine(_folder, "hub.db"), Build, Ct);
        _services = Build(ConnectionString);
        Hub = _services.CreateScope().ServiceProvider.GetRequiredService<HubDb>();
        await using var db = await OpenAsync();
        Shop = new Shop { Name = "Fjord & Fable", Slug = "fjord-and-fable", LegalEntityId = Company.Id, TimeZone = "Europe/Oslo" };
        SisterShop = new Shop { Name = "Olive Row", Slug = "olive-row", LegalEntityId = Company.Id };
        OtherShop = new Shop { Name = "Northwind Corner", Slug = "northwind-corner", LegalEntityId = OtherCompany.Id };
        db.AddRange(Company, OtherCompany, Shop, SisterShop, OtherShop);
        await db.SaveChangesAsync(Ct);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        if (server is not null && ConnectionString.Length > 0)
            await server.DropAsync(ConnectionString);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected ServiceProvider Build(string connection) => new ServiceCollection()
        .AddSingleton<TimeProvider>(Clock)
        .AddLogging()
        .AddHubData(DatabaseConnection.Parse(connection, _folder))
        .AddSingleton(ReportFonts.Shipped)
        .AddHubAudits()
        .BuildServiceProvider();

    /// <summary>The program itself, which may do everything.</summary>
    protected Task<HubDbContext> OpenAsync() => Hub.OpenAsync(Actor.System("test"), Ct);

    protected Task<HubDbContext> OpenAsync(Guid person) => Hub.OpenAsync(Actor.User(person), Ct);

    /// <summary>The services of a scope in which somebody acts.</summary>
    protected IServiceProvider ScopeOf(Actor actor)
    {
        var scope = Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(actor);
        return scope.ServiceProvider;
    }

    /// <summary>A person with one grant: for a shop, or for the group when none is named.</summary>
    protected async Task<Guid> PersonAsync(HubRole role, Guid? shop = null, DateOnly? until = null)
    {
        await using var db = await OpenAsync();
        var person = new HubUser { UserName = $"{Guid.NewGuid():N}@example.com", DisplayName = role.ToString() };
        db.Add(person);
        db.Add(new Grant
        {
            UserId = person.Id,
            Role = role,
            Scope = shop is null ? GrantScope.Group : GrantScope.Shop,
            ShopId = shop,
            Until = until,
        });
        await db.SaveChangesAsync(Ct);
        return person.Id;
    }

    /// <summary>A person without any grant.</summary>
    protected async Task<Guid> StrangerAsync()
    {
        await using var db = await OpenAsync();
        var person = new HubUser { UserName = $"{Guid.NewGuid():N}@example.com", DisplayName = "Stranger" };
        db.Add(person);
        await db.SaveChangesAsync(Ct);
        return person.Id;
    }

    protected async Task<T> SaveAsync<T>(T record)
        where T : class
    {
        await using var db = await OpenAsync();
        db.Add(record);
        await db.SaveChangesAsync(Ct);
        return record;
    }

    /// <summary>Changes tables that refuse it, as an administrator of the database would: the refusing triggers away, and
    /// back when it is done.</summary>
    private protected async Task BehindAsync(IEnumerable<string> tables, Func<HubDbContext, Task> change)
    {
        await using var db = await OpenAsync();
        foreach (var table in tables)
        {
            foreach (var kind in (string[])["update", "delete"])
                await db.Database.ExecuteSqlRawAsync(IsPostgres ? $"""DROP TRIGGER "{table}_no_{kind}" ON "{table}" """ : $"""DROP TRIGGER "{table}_no_{kind}" """, Ct);
        }
        await change(db);
        await Database.MigrateAsync(Ct);
    }
}
