using ComplianceHub.Data;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class OneTimeTicketsTests_on_Sqlite() : OneTimeTicketsTests(null);

public sealed class OneTimeTicketsTests_on_Postgres(PostgresServer server) : OneTimeTicketsTests(server);

/// <summary>What may be done once, and sessions, on both databases.</summary>
public abstract class OneTimeTicketsTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    [Fact]
    public async Task Of_ten_who_take_a_ticket_at_once_one_gets_it()
    {
        var ticket = await Tickets().IssueAsync("try", TicketHolder.Nobody, "content", TimeSpan.FromMinutes(1), Ct);
        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Tickets().TakeAsync(ticket, "try", TicketHolder.Nobody, Ct)));
        Assert.Equal("content", Assert.Single(taken, each => each is not null)!.Content);
    }

    [Fact]
    public async Task Tickets_that_are_over_are_cleared_by_the_next_one()
    {
        await Tickets().IssueAsync("try", TicketHolder.Nobody, "", TimeSpan.FromMinutes(1), Ct);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await Tickets().IssueAsync("try", TicketHolder.Nobody, "", TimeSpan.FromMinutes(1), Ct);
        await using var db = await OpenAsync();
        Assert.Equal(1, await db.OneTimeTickets.CountAsync(Ct));
    }

    [Fact]
    public async Task A_session_ends_once_and_the_log_says_so_once()
    {
        var person = await StrangerAsync();
        var session = await Sessions().BeginAsync(person, Now, "Firefox on Linux", ct: Ct);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Sessions().EndAsync(session.Id, person, "session ended", ComplianceHub.Domain.Actor.System("test"), Ct)));
        Assert.Null(await Sessions().FindAsync(session.Id, Ct));
        await using var db = await OpenAsync();
        Assert.Equal(1, await db.AuditLogEntries.CountAsync(entry => entry.Action == "session ended", Ct));
    }

    private OneTimeTickets Tickets() => Services.CreateScope().ServiceProvider.GetRequiredService<OneTimeTickets>();

    private UserSessions Sessions() => Services.CreateScope().ServiceProvider.GetRequiredService<UserSessions>();
}
