using ComplianceHub.Account;
using ComplianceHub.Demo;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Tests.Account;

/// <summary>An installation that wants a second factor of everybody, also of who had none when it began to.</summary>
public sealed class RequiredSecondFactorTests() : AccountTests(new HubApplication { Settings = { ["Account:RequireSecondFactor"] = "true" } })
{
    [Fact]
    public async Task Who_has_no_factor_sets_one_up_with_the_password()
    {
        await Browser.SignInAsync("manager");
        Assert.NotEmpty((await SetUpSecondFactorAsync()).RecoveryCodes);
        Assert.Null(Browser.Target(await Browser.GetAsync("/Account/Manage")));
    }

    [Fact]
    public async Task Who_has_a_passkey_does_not_get_around_it_with_the_password()
    {
        await WithPeopleAsync(async people => await people.AddOrUpdatePasskeyAsync(
            (await people.FindByEmailAsync("manager" + DemoPeople.AddressEnd))!,
            new UserPasskeyInfo([1], [1], DateTimeOffset.UnixEpoch, 0, null, isUserVerified: true, isBackupEligible: false, isBackedUp: false, [], [])));
        await Browser.SignInAsync("manager");

        Assert.Empty((await SetUpSecondFactorAsync()).RecoveryCodes);

        Assert.False((await PersonAsync("manager")).TwoFactorEnabled);
        Assert.Equal(AccountUrls.SecondFactor, Browser.Target(await Browser.GetAsync("/Account/Manage")));
    }
}
