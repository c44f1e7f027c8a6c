using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Account;

/// <summary>How often one address may try within a minute.</summary>
public sealed class SignInLimitsTests() : AccountTests(new HubApplication
{
    Settings = { ["Account:TriesPerMinute"] = "3", ["Account:TriesPerMinuteAndAddress"] = "8", ["Account:TriesPerMinuteTogether"] = "12" },
})
{
    private static string TooMany => SignInSentences.Of(SignInOutcome.TooManyTries, "")!;

    [Fact]
    public async Task After_the_last_try_for_an_account_the_right_password_waits_too_and_others_do_not()
    {
        for (var i = 0; i < 3; i++)
            Assert.NotEqual(TooMany, await FormBrowser.ProblemAsync(await Browser.SignInAsync("viewer", "not the password")));

        Assert.Equal(TooMany, await FormBrowser.ProblemAsync(await Browser.SignInAsync("VIEWER")));
        Assert.Equal("/", Browser.Target(await Browser.SignInAsync("manager")));
        // What was not let through is no try, or anybody could lock anybody faster than the limit allows.
        Assert.False(await WithPeopleAsync(async people => await people.IsLockedOutAsync(await PersonAsync("viewer"))));
    }

    [Fact]
    public async Task One_password_for_many_accounts_meets_the_limit_of_the_address()
    {
        for (var i = 0; i < 8; i++)
            Assert.NotEqual(TooMany, await FormBrowser.ProblemAsync(await Browser.SignInAsync($"nobody{i}", "not the password")));
        Assert.Equal(TooMany, await FormBrowser.ProblemAsync(await Browser.SignInAsync("nobody9", "not the password")));
    }

    [Fact]
    public void Everybody_together_meets_the_last_limit()
    {
        var limiter = Hub.Services.GetRequiredService<SignInLimiter>();
        var nextDoor = Enumerable.Range(1, 12).Select(i => limiter.Permits(From($"192.0.2.{i}"), "viewer")).ToList();
        Assert.Equal((8, 4), (nextDoor.Count(permitted => permitted), nextDoor.Count(permitted => !permitted)));

        // What next door was refused is left for others.
        Assert.All(Enumerable.Range(1, 4), i => Assert.True(limiter.Permits(From($"198.51.{i}.1"), "viewer")));
        Assert.False(limiter.Permits(From("203.0.113.1"), "viewer"));
    }

    [Fact]
    public async Task Codes_and_changes_of_the_password_are_limited_too()
    {
        await Browser.SignInAsync("manager");
        for (var i = 0; i < 3; i++)
            await ChangeAsync();
        Assert.Equal(TooMany, await FormBrowser.ProblemAsync(await ChangeAsync()));
    }

    private Task<HttpResponseMessage> ChangeAsync() => Browser.SubmitAsync(AccountUrls.ChangePassword, "change-password",
        ("Your password now", "not the password"), ("New password", "an entirely new one"), ("New password again", "an entirely new one"));

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true), InlineData("192.0.2.7", "192.0.2.8", false), InlineData("::ffff:192.0.2.7", "192.0.2.7", true)]
    // A connection gets a /64 from its provider, which are more addresses than a limit could count.
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true), InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void Addresses_of_one_connection_count_together(string one, string other, bool together) =>
        Assert.Equal(together, Limits.NetworkOf(From(one)) == Limits.NetworkOf(From(other)));

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.8", true), InlineData("192.0.2.7", "192.0.3.7", false), InlineData("::ffff:192.0.2.7", "192.0.2.9", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true), InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void Neighbours_count_together_where_the_account_is_any(string one, string other, bool together) =>
        Assert.Equal(together, Limits.NeighboursOf(From(one)) == Limits.NeighboursOf(From(other)));

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = System.Net.IPAddress.Parse(address) } };
}
