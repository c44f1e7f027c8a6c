using AngleSharp.Dom;
using ComplianceHub.Account;
using ComplianceHub.Demo;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Tests.Account;

/// <summary>What a person with an authenticator app gives before they change how they sign in.</summary>
public sealed class ReauthenticationTests() : AccountTests(new HubApplication())
{
    private const string Password = "Your password", Code = "Code of your authenticator app", NewOne = "an entirely new one";

    private string _key = "";
    private IReadOnlyList<string> _recoveryCodes = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Browser.SignInAsync("manager");
        (_key, _recoveryCodes) = await SetUpSecondFactorAsync();
    }

    [Fact]
    public async Task A_new_password_takes_the_old_one_and_a_code()
    {
        Assert.Contains("The code is wrong", await FormBrowser.ProblemAsync(await ChangeAsync("000000")), StringComparison.Ordinal);
        Assert.True(await HasPasswordAsync(DemoPeople.Password));
        Assert.Null(await FormBrowser.ProblemAsync(await ChangeAsync(CodeOf(_key))));
        Assert.True(await HasPasswordAsync(NewOne));
    }

    [Fact]
    public async Task New_recovery_codes_take_the_password_and_a_code()
    {
        Assert.Empty(await CodesAsync(await RenewAsync("000000")));
        Assert.Equal(10, (await CodesAsync(await RenewAsync(CodeOf(_key)))).Count);
    }

    [Fact]
    public async Task Who_lost_the_phone_gives_a_recovery_code_once()
    {
        Assert.Null(await FormBrowser.ProblemAsync(await ChangeAsync(_recoveryCodes[0])));
        Assert.NotNull(await FormBrowser.ProblemAsync(await RenewAsync(_recoveryCodes[0], NewOne)));
        await Browser.SubmitAsync(AccountUrls.SecondFactor, "switch-off", (Password, NewOne), (Code, _recoveryCodes[1]));
        Assert.False((await PersonAsync("manager")).TwoFactorEnabled);
    }

    [Fact]
    public async Task A_passkey_is_added_with_the_password_and_a_code()
    {
        Assert.Null((await StartPasskeyAsync("000000")).QuerySelector("[data-options]"));
        Assert.NotNull((await StartPasskeyAsync(CodeOf(_key))).QuerySelector("[data-options]"));
    }

    [Fact]
    public async Task A_passkey_is_removed_with_the_password_and_a_code()
    {
        var passkey = Passkey(1);
        await KeepAsync(passkey);
        await RemovePasskeyAsync(passkey, "000000");
        Assert.Equal(1, await PasskeysAsync());
        await RemovePasskeyAsync(passkey, CodeOf(_key));
        Assert.Equal(0, await PasskeysAsync());
    }

    [Fact]
    public async Task Nobody_gets_an_eleventh_passkey()
    {
        for (byte i = 1; i <= PasskeyWorkflow.Most; i++)
            await KeepAsync(Passkey(i));
        Assert.Contains("the most that anybody may have", (await StartPasskeyAsync(CodeOf(_key))).QuerySelector("[data-problem]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account()
    {
        for (var i = 0; i < SignInLock.Tries; i++)
            await RenewAsync("000000");
        Assert.Contains("or the account is locked", await FormBrowser.ProblemAsync(await RenewAsync(CodeOf(_key))), StringComparison.Ordinal);
        Assert.True(await WithPeopleAsync(async people => await people.IsLockedOutAsync(await PersonAsync("manager"))));
    }

    private static UserPasskeyInfo Passkey(byte number) =>
        new([number], [1], DateTimeOffset.UnixEpoch, 0, null, isUserVerified: true, isBackupEligible: false, isBackedUp: false, [], []) { Name = $"Key {number}" };

    private Task KeepAsync(UserPasskeyInfo passkey) => WithPeopleAsync(async people =>
        await people.AddOrUpdatePasskeyAsync((await people.FindByIdAsync((await PersonAsync("manager")).Id.ToString()))!, passkey));

    private Task<int> PasskeysAsync() => WithPeopleAsync(async people => (await people.GetPasskeysAsync(await PersonAsync("manager"))).Count);

    private Task<bool> HasPasswordAsync(string password) =>
        WithPeopleAsync(async people => await people.CheckPasswordAsync(await PersonAsync("manager"), password));

    private static async Task<IReadOnlyList<string>> CodesAsync(HttpResponseMessage answer) =>
        [.. (await FormBrowser.ReadAsync(answer)).QuerySelectorAll("[data-recovery-codes] li").Select(code => code.TextContent)];

    private Task<HttpResponseMessage> ChangeAsync(string code) => Browser.SubmitAsync(AccountUrls.ChangePassword, "change-password",
        ("Your password now", DemoPeople.Password), (Code, code), ("New password", NewOne), ("New password again", NewOne));

    private Task<HttpResponseMessage> RenewAsync(string code, string password = DemoPeople.Password) =>
        Browser.SubmitAsync(AccountUrls.SecondFactor, "new-recovery-codes", (Password, password), (Code, code));

    private async Task<IDocument> StartPasskeyAsync(string code) => await FormBrowser.ReadAsync(await Browser.SubmitAsync(
        AccountUrls.Passkeys, "start-passkey", ("Name of the new passkey", "Laptop"), (Password, DemoPeople.Password), (Code, code)));

    private Task<HttpResponseMessage> RemovePasskeyAsync(UserPasskeyInfo passkey, string code) => Browser.PostAsync(AccountUrls.Passkeys, AccountUrls.Passkeys,
        ("_handler", "remove-passkey"), ("Gone.Key", PasskeyWorkflow.KeyOf(passkey)), ("Gone.Password", DemoPeople.Password), ("Gone.Code", code));
}
