using System.Net;
using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Tests.Account;

public sealed class SecondFactorTests() : AccountTests(new HubApplication())
{
    private const string Code = "Code of your authenticator app";

    [Fact]
    public async Task After_the_password_a_code_is_asked_for_and_signs_in_once()
    {
        await Browser.SignInAsync("manager");
        var (key, _) = await SetUpSecondFactorAsync();

        using var second = new FormBrowser(Hub);
        Assert.Equal($"{AccountUrls.LoginWithCode}?returnUrl=%2Fimport", second.Target(await second.SignInAsync("manager", returnUrl: "/import")));
        Assert.NotNull(second.Target(await second.GetAsync(HubUrls.Account)));
        Assert.Equal("/import", second.Target(await CodeAsync(second, CodeOf(key), "/import")));

        using var replay = new FormBrowser(Hub);
        await replay.SignInAsync("manager");
        Assert.NotNull(await FormBrowser.ProblemAsync(await CodeAsync(replay, CodeOf(key))));
        Hub.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/", replay.Target(await CodeAsync(replay, CodeOf(key))));
    }

    [Fact]
    public async Task A_code_that_is_a_minute_old_is_refused()
    {
        await Browser.SignInAsync("manager");
        var (key, _) = await SetUpSecondFactorAsync();
        using var second = new FormBrowser(Hub);
        await second.SignInAsync("manager");
        var code = CodeOf(key);
        Hub.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.NotNull(await FormBrowser.ProblemAsync(await CodeAsync(second, code)));
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account()
    {
        await Browser.SignInAsync("manager");
        var (key, _) = await SetUpSecondFactorAsync();
        using var second = new FormBrowser(Hub);
        await second.SignInAsync("manager");

        for (var i = 0; i < 5; i++)
            await CodeAsync(second, "000000");

        Assert.NotNull(await FormBrowser.ProblemAsync(await CodeAsync(second, CodeOf(key))));
        Assert.True(await IsLockedAsync());
    }

    [Fact]
    public async Task A_right_password_between_wrong_codes_does_not_start_the_count_again()
    {
        await Browser.SignInAsync("manager");
        await SetUpSecondFactorAsync();
        using var second = new FormBrowser(Hub);
        for (var i = 0; i < 5; i++)
        {
            await second.SignInAsync("manager");
            await CodeAsync(second, "000000");
        }
        Assert.True(await IsLockedAsync());
    }

    [Fact]
    public async Task A_right_password_between_two_locks_does_not_shorten_the_second()
    {
        await Browser.SignInAsync("manager");
        var (_, codes) = await SetUpSecondFactorAsync();
        using var second = new FormBrowser(Hub);
        await second.SignInAsync("manager");
        for (var i = 0; i < 5; i++)
            await CodeAsync(second, "000000");
        Hub.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.False(await IsLockedAsync());

        await second.SignInAsync("manager");
        for (var i = 0; i < 5; i++)
            await RecoveryCodeAsync(second, "AAAAA-BBBBB");

        Hub.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(await IsLockedAsync());
        Hub.Clock.Advance(TimeSpan.FromSeconds(61));
        await second.SignInAsync("manager");
        Assert.Equal("/", second.Target(await RecoveryCodeAsync(second, codes[0])));
        Assert.Equal(0, (await PersonAsync("manager")).AccessFailedCount);
    }

    [Fact]
    public async Task Wrong_recovery_codes_lock_the_account()
    {
        await Browser.SignInAsync("manager");
        var (_, codes) = await SetUpSecondFactorAsync();
        using var second = new FormBrowser(Hub);
        await second.SignInAsync("manager");

        for (var i = 0; i < 5; i++)
            await RecoveryCodeAsync(second, "AAAAA-BBBBB");

        Assert.NotNull(await FormBrowser.ProblemAsync(await RecoveryCodeAsync(second, codes[0])));
        Assert.True(await IsLockedAsync());
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_and_is_stored_as_a_hash()
    {
        await Browser.SignInAsync("manager");
        var (_, codes) = await SetUpSecondFactorAsync();
        Assert.Equal(10, codes.Count);

        using var second = new FormBrowser(Hub);
        await second.SignInAsync("manager");
        Assert.Equal("/", second.Target(await RecoveryCodeAsync(second, codes[3])));

        using var third = new FormBrowser(Hub);
        await third.SignInAsync("manager");
        Assert.NotNull(await FormBrowser.ProblemAsync(await RecoveryCodeAsync(third, codes[3])));
        Assert.Equal("/", third.Target(await RecoveryCodeAsync(third, codes[4])));

        var person = await PersonAsync("manager");
        var stored = await WithPeopleAsync(people => people.GetAuthenticationTokenAsync(person, "[AspNetUserStore]", "RecoveryCodes"));
        Assert.Equal(8, stored!.Split(';').Length);
        Assert.DoesNotContain(codes[0], stored, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Removing_it_takes_the_password_and_a_code()
    {
        await Browser.SignInAsync("manager");
        var (key, _) = await SetUpSecondFactorAsync();
        await Browser.SubmitAsync(AccountUrls.SecondFactor, "switch-off", ("Your password", "not the password"), (Code, CodeOf(key)));
        await Browser.SubmitAsync(AccountUrls.SecondFactor, "switch-off", ("Your password", "fjord and fable 2026"), (Code, "000000"));
        Assert.True((await PersonAsync("manager")).TwoFactorEnabled);
        await Browser.SubmitAsync(AccountUrls.SecondFactor, "switch-off", ("Your password", "fjord and fable 2026"), (Code, CodeOf(key)));
        var person = await PersonAsync("manager");
        Assert.False(person.TwoFactorEnabled);
        Assert.Equal(["switched on second factor", "switched off second factor"],
            (await LoggedAsync(person.Id.ToString())).Where(action => action.StartsWith("switched", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_step_of_the_code_needs_the_password_first() =>
        Assert.Equal(SignInSentences.Of(SignInOutcome.Expired, ""), await FormBrowser.ProblemAsync(await CodeAsync(Browser, "123456")));

    // RFC 6238, appendix B, the last six digits.
    [Theory]
    [InlineData(59, "287082"), InlineData(1111111109, "081804"), InlineData(1111111111, "050471"), InlineData(1234567890, "005924"), InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, OneTimeAuthenticator.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(seconds)));

    private static Task<HttpResponseMessage> CodeAsync(FormBrowser browser, string code, string? returnUrl = null) =>
        browser.SubmitAsync(AccountUrls.With(AccountUrls.LoginWithCode, returnUrl), "code", ("Code", code));

    private static Task<HttpResponseMessage> RecoveryCodeAsync(FormBrowser browser, string code) =>
        browser.SubmitAsync(AccountUrls.LoginWithRecoveryCode, "recovery-code", ("Recovery code", code));

    private async Task<bool> IsLockedAsync()
    {
        var person = await PersonAsync("manager");
        return await WithPeopleAsync(people => people.IsLockedOutAsync(person));
    }
}
