using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Portfolio;
using ComplianceHub.Tests.Data;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Benchmarks;

/// <summary>How long a page of the portfolio takes among 10,000 shops. Explicit: the README has the command.</summary>
public abstract class PortfolioBenchmarks(PostgresServer? server) : HubDatabaseFixture(server)
{
    private const int Runs = 10;

    // A number from the shop's id, the same in the score and in the standing.
    private const string OfSqlite = """(unicode(substr("ShopId", 5, 1)) + 3 * unicode(substr("ShopId", 7, 1)))""";
    private const string OfPostgres = """(ascii(substr("ShopId"::text, 5, 1)) + 3 * ascii(substr("ShopId"::text, 7, 1)))""";
    private const string Points = """UPDATE "ReadinessScores" SET "Points" = LETTERS % 101 WHERE LETTERS % 10 > 0""";
    private const string Ranks = """UPDATE "ReadinessStandings" SET "Rank" = LETTERS % 101, "IsBlocked" = LETTERS % 101 < 50 WHERE LETTERS % 10 > 0""";

    private string Where => IsPostgres ? "PostgreSQL" : "SQLite";

    [Fact(Explicit = true)]
    public async Task A_page_of_the_portfolio_among_10_000_shops()
    {
        await AddShopsAsync(10_000);
        var officer = ScopeOf(Actor.User(await PersonAsync(HubRole.PrivacyOfficer)));
        var query = new PortfolioQuery(officer.GetRequiredService<HubDb>(), Clock);
        await query.PageAsync(new(), Ct); // warm
        await ReadScoresAsync();
        var floor = await Measured.Async($"{Where}: floor: read the scores of 10,000 shops by SQL", Runs, ReadScoresAsync);
        foreach (var (what, filter) in new (string, PortfolioFilter)[]
        {
            ("first page, worst first", new()),
            ("last page", new() { Page = 400 }),
            ("GDPR alone", new() { Regulation = "GDPR" }),
            ("those with a blocker", new() { WithBlockers = true }),
            ("part of a name", new() { Search = "shop 77" }),
        })
            await Measured.Async($"{Where}: {what}", Runs, async () => Assert.NotEmpty((await query.PageAsync(filter, Ct)).Rows), floor);
        await Measured.Async($"{Where}: what changed", Runs, async () => await query.ChangesAsync(6, Ct), floor);
        await Measured.Async($"{Where}: what ends soon", Runs, async () => await new EndingSoonQuery(officer.GetRequiredService<HubDb>(), officer.GetRequiredService<ShopSnapshots>(), Clock).ListAsync(6, Ct), floor);
    }

    // Shops of every kind: half of them offer to the Union, each third to California, and each seventh has registers.
    private async Task AddShopsAsync(int count)
    {
        for (var batch = 0; batch < count; batch += 500)
        {
            await using var db = await OpenAsync();
            for (var i = batch; i < batch + 500; i++)
            {
                var shop = new Shop { Name = $"Shop {i}", Slug = $"shop-{i}", LegalEntityId = Company.Id };
                shop.Profile.OffersToEea = i % 2 == 0 ? Answer.Yes : Answer.Unknown;
                shop.Profile.DoesBusinessInCalifornia = i % 3 == 0 ? Answer.Yes : Answer.No;
                db.Add(shop);
                if (i % 7 == 0)
                    db.Add(new Vendor { ShopId = shop.Id, LegalName = $"Vendor {i}" });
            }
            await db.SaveChangesAsync(Ct);
        }
        await ScopeOf(Actor.System("benchmark")).GetRequiredService<ReadinessBoard>().RefreshStaleAsync(Ct);
        // Scores of every height, as a group with years of work has them.
        var letters = IsPostgres ? OfPostgres : OfSqlite;
        await using var scores = await OpenAsync();
        foreach (var statement in new[] { Points, Ranks })
            await scores.Database.ExecuteSqlRawAsync(statement.Replace("LETTERS", letters, StringComparison.Ordinal), Ct);
        if (IsPostgres)
            await scores.Database.ExecuteSqlRawAsync("ANALYZE", Ct);
    }

    private async Task ReadScoresAsync()
    {
        await using var db = await OpenAsync();
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """SELECT s."Name", r."Regulation", r."Points" FROM "Shops" s JOIN "ReadinessScores" r ON r."ShopId" = s."Id" WHERE r."Area" = ''""";
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
            _ = reader.GetString(0).Length + (await reader.IsDBNullAsync(2, Ct) ? 0 : reader.GetInt32(2));
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqlitePortfolioBenchmarks() : PortfolioBenchmarks(null);

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresPortfolioBenchmarks(PostgresServer server) : PortfolioBenchmarks(server);
