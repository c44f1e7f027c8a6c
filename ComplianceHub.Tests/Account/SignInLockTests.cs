using ComplianceHub.Account;

namespace ComplianceHub.Tests.Account;

public sealed class SignInLockTests
{
    [Theory]
    [InlineData(5, 1), InlineData(10, 5), InlineData(15, 15), InlineData(20, 60), InlineData(25, 60), InlineData(500, 60)]
    public void Each_fifth_wrong_try_locks_for_longer_up_to_an_hour(int wrongTries, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), SignInLock.After(wrongTries));

    [Theory]
    [InlineData(0), InlineData(1), InlineData(4), InlineData(6), InlineData(9), InlineData(11), InlineData(24)]
    public void A_try_in_between_locks_nothing(int wrongTries) => Assert.Null(SignInLock.After(wrongTries));
}
