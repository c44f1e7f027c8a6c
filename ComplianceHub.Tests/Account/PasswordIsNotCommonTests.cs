using ComplianceHub.Account;
using ComplianceHub.Demo;

namespace ComplianceHub.Tests.Account;

public sealed class PasswordIsNotCommonTests
{
    [Theory]
    [InlineData("password1234"), InlineData("Password2026!"), InlineData("P@ssw0rd2026"), InlineData("passwordpassword"), InlineData("Welcome123456"), InlineData("2026Summer2026")]
    [InlineData("123456789012"), InlineData("qwertyuiop12"), InlineData("qwertzuiop123"), InlineData("abcdefghijkl"), InlineData("1qaz2wsx3edc"), InlineData("098765432109"), InlineData("administrator1")]
    public void What_attackers_try_first_is_refused(string password) => Assert.True(PasswordIsNotCommon.IsCommon(password));

    [Theory]
    [InlineData(DemoPeople.Password), InlineData("tides turn twice a day"), InlineData("an entirely new one"), InlineData("summer rain on tin roofs"), InlineData("83741902746153"), InlineData("correct horse battery staple")]
    public void Words_that_do_not_belong_together_are_taken(string password) => Assert.False(PasswordIsNotCommon.IsCommon(password));
}
