using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Demo;

/// <summary>
/// Before the first request: outside Production an empty database gets the demo group, and the demo's people get a
/// password while their shops are there. In Production they have none, whatever happened to the database before.
/// </summary>
public sealed class DemoStart(IServiceScopeFactory scopes, IConfiguration settings, IHostEnvironment environment, IHostApplicationLifetime lifetime) : IHostedService
{
    private static readonly string[] Slugs = ["fjord-and-fable", "olive-row", "northwind-corner"];

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("demo"));
        if (!environment.IsProduction() && settings.GetValue("Demo:Load", environment.IsDevelopment()) && await IsEmptyAsync(scope, cancellationToken))
            await scope.ServiceProvider.GetRequiredService<DemoLoader>().LoadAsync(cancellationToken);
        if (await SetPasswordsAsync(scope, cancellationToken))
            lifetime.ApplicationStarted.Register(PrintAccounts);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<bool> IsEmptyAsync(AsyncServiceScope scope, CancellationToken ct)
    {
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(ct);
        return await DemoLoader.IsEmptyAsync(db, ct);
    }

    private async Task<bool> SetPasswordsAsync(AsyncServiceScope scope, CancellationToken ct)
    {
        var people = scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>();
        var mayHave = !environment.IsProduction() && await HasDemoShopsAsync(scope, ct);
        var demo = await people.Users.Where(person => person.Email!.EndsWith(DemoPeople.AddressEnd)).OrderBy(person => person.Id).ToListAsync(ct);
        foreach (var person in demo.Where(person => person.PasswordHash is null == mayHave))
            Demand(mayHave ? await people.AddPasswordAsync(person, DemoPeople.Password) : await people.RemovePasswordAsync(person));
        return mayHave && demo.Count > 0;
    }

    private static async Task<bool> HasDemoShopsAsync(AsyncServiceScope scope, CancellationToken ct)
    {
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(ct);
        return await db.Shops.AnyAsync(shop => Slugs.Contains(shop.Slug), ct);
    }

    private static void PrintAccounts()
    {
        Console.WriteLine($"Demo accounts, all with the password \"{DemoPeople.Password}\":");
        foreach (var person in DemoPeople.All)
            Console.WriteLine($"  {person.Email,-28} {person.Name}, {person.Role}{(person.Shop is null ? person.Role == Domain.Organisation.HubRole.Auditor ? ", invited to audits" : "" : $" of {person.Shop}")}");
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new DomainException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
