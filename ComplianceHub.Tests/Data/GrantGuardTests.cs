using ComplianceHub.Data;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class GrantGuardTests_on_Sqlite() : GrantGuardTests(null);

public sealed class GrantGuardTests_on_Postgres(PostgresServer server) : GrantGuardTests(server);

public abstract class GrantGuardTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    [Fact]
    public async Task Two_administrators_cannot_take_away_each_other_s_grants_at_the_same_moment()
    {
        var (one, other) = (await PersonAsync(HubRole.Administrator), await PersonAsync(HubRole.Administrator));
        await using var first = await OpenAsync(one);
        await using var second = await OpenAsync(other);
        first.Remove(await first.Grants.SingleAsync(grant => grant.UserId == other, Ct));
        second.Remove(await second.Grants.SingleAsync(grant => grant.UserId == one, Ct));

        await first.SaveChangesAsync(Ct);

        await Assert.ThrowsAsync<AccessDeniedException>(() => second.SaveChangesAsync(Ct));
        await using var db = await OpenAsync();
        Assert.True(await db.Grants.AnyAsync(grant => grant.UserId == one, Ct));
    }

    [Fact]
    public async Task An_administrator_whose_role_was_changed_in_the_meantime_gives_no_grant()
    {
        var (administrator, viewer) = (await PersonAsync(HubRole.Administrator), await StrangerAsync());
        await using var open = await OpenAsync(administrator);
        await using (var db = await OpenAsync())
        {
            (await db.Grants.SingleAsync(grant => grant.UserId == administrator, Ct)).Role = HubRole.Viewer;
            await db.SaveChangesAsync(Ct);
        }

        open.Add(new Grant { UserId = viewer, Role = HubRole.Viewer, Scope = GrantScope.Group });

        await Assert.ThrowsAsync<AccessDeniedException>(() => open.SaveChangesAsync(Ct));
    }
}
