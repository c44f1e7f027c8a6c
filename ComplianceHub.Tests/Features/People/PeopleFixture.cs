using System.Net;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.People;
using ComplianceHub.Tests.Account;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.People;

/// <summary>Work on people and grants in the name of the demo's people, on the running program.</summary>
public abstract class PeopleFixture() : AccountTests(new HubApplication())
{
    protected static readonly DateOnly Today = new(2026, 11, 23);

    protected static GrantChoice Invitation(string email, HubRole role) => new() { Invites = true, Name = "Somebody", Email = email, Role = role };

    protected AsyncServiceScope Scope(Guid person)
    {
        var scope = Hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.User(person));
        return scope;
    }

    protected async Task<T> AsAsync<T>(string account, Func<PeopleWorkflow, Task<T>> work)
    {
        await using var scope = Scope((await PersonAsync(account)).Id);
        return await work(scope.ServiceProvider.GetRequiredService<PeopleWorkflow>());
    }

    protected Task AsAsync(string account, Func<PeopleWorkflow, Task> work) => AsAsync(account, async workflow =>
    {
        await work(workflow);
        return true;
    });

    protected Task RefusedAsync(string account, Func<PeopleWorkflow, Task> work) =>
        Assert.ThrowsAsync<AccessDeniedException>(() => AsAsync(account, work));

    protected async Task<PeopleList?> ListAsync(string account)
    {
        await using var scope = Scope((await PersonAsync(account)).Id);
        return await scope.ServiceProvider.GetRequiredService<PeopleQuery>().ListAsync(null, Ct);
    }

    protected async Task<(Guid Person, GrantRow Grant)> OnlyGrantAsync(string account)
    {
        var person = await PersonAsync(account);
        return (person.Id, (await ListAsync("administrator"))!.People.Single(row => row.Id == person.Id).Grants.Single());
    }

    /// <summary>Takes away what somebody may see of single audits: nobody who administers a shop alone could have given it.</summary>
    protected async Task EndAuditsOfAsync(string account)
    {
        var person = await PersonAsync(account);
        await using var scope = Hub.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), Ct);
        db.RemoveRange(await db.Grants.Where(grant => grant.UserId == person.Id && grant.Scope == GrantScope.Audit).ToListAsync(Ct));
        await db.SaveChangesAsync(Ct);
    }

    protected async Task<Guid> ShopAsync(string slug)
    {
        await using var scope = Scope((await PersonAsync("administrator")).Id);
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Ct);
        return await db.Shops.Where(shop => shop.Slug == slug).Select(shop => shop.Id).SingleAsync(Ct);
    }

    protected static async Task<int> ShopsAsync(HubDb hub)
    {
        await using var db = await hub.OpenAsync(Ct);
        return await db.Shops.CountAsync(Ct);
    }
}
