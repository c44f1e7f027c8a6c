using System.Security.Claims;
using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Tests.Account;

/// <summary>When an open page learns that its person is signed in no more. A minute is a second here.</summary>
public sealed class RevalidatedPersonTests() : AccountTests(new HubApplication { Settings = { ["Account:RevalidateSeconds"] = "1" } })
{
    private static readonly TimeSpan AFewRounds = TimeSpan.FromSeconds(3.5);

    [Fact]
    public void A_circuit_asks_every_minute_unless_somebody_sets_another_time() =>
        Assert.Equal(60, new AccountOptions().RevalidateSeconds);

    [Fact]
    public async Task A_page_stays_open_while_nothing_happens()
    {
        await using var circuit = await OpenAsync();
        Assert.False(await EndsAsync(circuit));
        Assert.Equal(1, await ShopsAsync(circuit));
    }

    [Fact]
    public async Task A_changed_password_ends_an_open_page()
    {
        await using var circuit = await OpenAsync();
        await WithViewerAsync(async (people, viewer) =>
            await people.ResetPasswordAsync(viewer, await people.GeneratePasswordResetTokenAsync(viewer), "an entirely new one"));
        Assert.True(await EndsAsync(circuit));
        await Assert.ThrowsAsync<AccessDeniedException>(() => ShopsAsync(circuit));
    }

    [Fact]
    public async Task Signing_out_in_one_window_ends_the_pages_in_the_others()
    {
        await using var circuit = await OpenAsync();
        await Browser.SubmitAsync(HubUrls.Account, "sign-out");
        Assert.True(await EndsAsync(circuit));
    }

    [Fact]
    public async Task A_disabled_account_ends_an_open_page()
    {
        await using var circuit = await OpenAsync();
        await WithViewerAsync(async (people, viewer) =>
        {
            await people.SetLockoutEndDateAsync(viewer, HubUser.Never);
            return await people.UpdateSecurityStampAsync(viewer);
        });
        Assert.True(await EndsAsync(circuit));
    }

    [Fact]
    public async Task Twelve_hours_end_an_open_page_that_is_used()
    {
        await using var circuit = await OpenAsync();
        for (var minutes = 0; minutes < 12 * 60; minutes += 20)
        {
            Hub.Clock.Advance(TimeSpan.FromMinutes(20));
            await Browser.SubmitInUseAsync();
        }
        Assert.True(await EndsAsync(circuit));
    }

    [Fact]
    public async Task Half_an_hour_without_use_ends_an_open_page()
    {
        await using var circuit = await OpenAsync();
        Hub.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.True(await EndsAsync(circuit));
    }

    [Fact]
    public async Task A_page_that_is_used_stays_open()
    {
        await using var circuit = await OpenAsync();
        Hub.Clock.Advance(TimeSpan.FromMinutes(25));
        Assert.Equal(204, (int)(await Browser.SubmitInUseAsync()).StatusCode);
        Hub.Clock.Advance(TimeSpan.FromMinutes(25));
        Assert.False(await EndsAsync(circuit));
        Assert.Null(Browser.Target(await Browser.GetAsync(HubUrls.Account)));
    }

    [Fact]
    public async Task A_socket_is_no_sign_that_somebody_is_there()
    {
        await using var circuit = await OpenAsync();
        Hub.Clock.Advance(TimeSpan.FromMinutes(20));
        await Browser.GetAsync("/_blazor?id=1");
        Assert.DoesNotContain(Browser.LastCookies, cookie => cookie.StartsWith("hub=", StringComparison.Ordinal));
        Hub.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.True(await EndsAsync(circuit));
        Assert.NotNull(Browser.Target(await Browser.GetAsync(HubUrls.Account)));
    }

    /// <summary>A page of the viewer, as a circuit holds it: a scope of its own with the person of the cookie.</summary>
    private async Task<AsyncServiceScope> OpenAsync()
    {
        await Browser.SignInAsync("viewer");
        await Browser.GetAsync(HubUrls.Account);
        var person = Browser.Person();
        var circuit = Hub.Services.CreateAsyncScope();
        Provider(circuit).SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));
        return circuit;
    }

    private static ServerAuthenticationStateProvider Provider(AsyncServiceScope circuit) =>
        (ServerAuthenticationStateProvider)circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();

    private static async Task<bool> EndsAsync(AsyncServiceScope circuit)
    {
        var provider = Provider(circuit);
        for (var waited = TimeSpan.Zero; waited < AFewRounds; waited += TimeSpan.FromMilliseconds(100))
        {
            if ((await provider.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated != true)
                return true;
            await Task.Delay(100, Ct);
        }
        return false;
    }

    private static async Task<int> ShopsAsync(AsyncServiceScope circuit)
    {
        await using var db = await circuit.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Ct);
        return db.Shops.Count();
    }

    private async Task WithViewerAsync(Func<UserManager<HubUser>, HubUser, Task<IdentityResult>> work) => Assert.True(await WithPeopleAsync(async people =>
        (await work(people, (await people.FindByEmailAsync("viewer@demo.example"))!)).Succeeded));
}
