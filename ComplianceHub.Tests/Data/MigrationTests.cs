using ComplianceHub.Data;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class MigrationTests
{
    [Theory]
    [InlineData("Data Source=hub.db"), InlineData("Host=localhost;Database=hub")]
    public void No_change_of_the_model_waits_for_a_migration(string connection)
    {
        using var services = new ServiceCollection().AddLogging().AddHubData(DatabaseConnection.Parse(connection, "data")).BuildServiceProvider();
        using var db = services.GetRequiredService<IDbContextFactory<HubDbContext>>().CreateDbContext();
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
