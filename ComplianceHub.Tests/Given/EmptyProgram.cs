using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Given;

/// <summary>The running program without the demo, with an administrator and nothing else.</summary>
public sealed class EmptyProgram : IAsyncLifetime
{
    /// <summary>The program.</summary>
    public HubApplication Hub { get; } = new() { StartsAnew = true, Settings = { ["Demo:Load"] = "false" } };

    public async ValueTask InitializeAsync()
    {
        await Hub.InitializeAsync();
        await using var scope = Hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        var email = "administrator" + DemoPeople.AddressEnd;
        var person = new HubUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = "Ada First" };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>().CreateAsync(person, DemoPeople.Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        await SaveAsync(new Grant { UserId = person.Id, Role = HubRole.Administrator, Scope = GrantScope.Group });
    }

    /// <summary>Adds a shop without any record, unless it is there.</summary>
    public async Task OpenShopAsync(string slug)
    {
        await using (var db = await OpenAsync())
        {
            if (await db.Shops.AnyAsync(shop => shop.Slug == slug))
                return;
        }

        var company = new LegalEntity { Name = "First Company AS" };
        await SaveAsync(company, new Shop { Name = "First Shop", Slug = slug, LegalEntityId = company.Id });
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private async Task SaveAsync(params object[] records)
    {
        await using var db = await OpenAsync();
        db.AddRange(records);
        await db.SaveChangesAsync();
    }

    private Task<HubDbContext> OpenAsync() =>
        Hub.Services.CreateScope().ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), CancellationToken.None);
}
