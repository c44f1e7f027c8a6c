using ComplianceHub.Account;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Tests.Account;

/// <summary>One person with a browser on the running program, whose clock the test moves.</summary>
public abstract class AccountTests : IAsyncLifetime
{
    private readonly HubApplication _hub;
    private FormBrowser? _open;

    protected AccountTests(HubApplication hub) => _hub = hub;

    private protected HubApplication Hub => _hub;

    private protected FormBrowser Browser => _open!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        await _hub.InitializeAsync();
        _open = new FormBrowser(_hub);
    }

    public async ValueTask DisposeAsync()
    {
        _open?.Dispose();
        await _hub.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Works with Identity on the program's own database.</summary>
    private protected async Task<T> WithPeopleAsync<T>(Func<UserManager<HubUser>, Task<T>> work)
    {
        await using var scope = _hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        return await work(scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>());
    }

    private protected Task<HubUser> PersonAsync(string account) =>
        WithPeopleAsync(async people => (await people.FindByEmailAsync(account + DemoPeople.AddressEnd))!);

    /// <summary>What the log says was done to a person, oldest first.</summary>
    private protected async Task<IReadOnlyList<string>> LoggedAsync(string entityId)
    {
        await using var scope = _hub.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), Ct);
        var entries = db.AuditLogEntries.Where(entry => entry.Entity == "Person" && entry.EntityId == entityId).OrderBy(entry => entry.Sequence);
        return [.. entries.Select(entry => entry.Action)];
    }

    /// <summary>The code that the person's app shows now.</summary>
    private protected string CodeOf(string key) => OneTimeAuthenticator.CodeAt(key.Replace(" ", "", StringComparison.Ordinal), _hub.Clock.GetUtcNow());

    /// <summary>Sets up a second factor on the page of a signed-in person.</summary>
    private protected async Task<(string Key, IReadOnlyList<string> RecoveryCodes)> SetUpSecondFactorAsync(string password = DemoPeople.Password)
    {
        var key = (await Browser.PageAsync(AccountUrls.SecondFactor)).QuerySelector("[data-authenticator-key]")!.TextContent;
        var answer = await Browser.SubmitAsync(AccountUrls.SecondFactor, "switch-on", ("Code that the app shows", CodeOf(key)), ("Your password", password));
        var codes = (await FormBrowser.ReadAsync(answer)).QuerySelectorAll("[data-recovery-codes] li").Select(code => code.TextContent).ToList();
        // The code that switched it on is used up.
        _hub.Clock.Advance(TimeSpan.FromSeconds(30));
        return (key, codes);
    }
}
