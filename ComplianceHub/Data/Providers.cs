using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>The records in a SQLite file; its migrations lie in Migrations/Sqlite.</summary>
public sealed class SqliteHubDbContext(DbContextOptions<SqliteHubDbContext> options) : HubDbContext(options);

/// <summary>The records in a PostgreSQL database; its migrations lie in Migrations/Postgres.</summary>
public sealed class PostgresHubDbContext(DbContextOptions<PostgresHubDbContext> options) : HubDbContext(options);

/// <summary>Hands the one provider's context to everybody who asks for a <see cref="HubDbContext"/>.</summary>
internal sealed class HubDbContextFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<HubDbContext>
    where TContext : HubDbContext
{
    public HubDbContext CreateDbContext() => contexts.CreateDbContext();
}
