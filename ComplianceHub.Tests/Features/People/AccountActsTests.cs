using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Features.People;
using ComplianceHub.Tests.Account;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.People;

/// <summary>What an administrator does with the account of somebody else takes a fresh proof that it is they.</summary>
public sealed class AccountActsTests() : AccountTests(new HubApplication())
{
    [Theory]
    [InlineData(AccountAct.MakeLink, "made link"), InlineData(AccountAct.Disable, "disabled"), InlineData(AccountAct.Enable, "enabled"),
     InlineData(AccountAct.RemoveSecondFactor, "removed second factor")]
    public async Task Each_act_takes_a_proof_for_itself_once(AccountAct act, string logged)
    {
        await Browser.SignInAsync("administrator");
        var viewer = (await PersonAsync("viewer")).Id;
        var other = act is AccountAct.Enable ? AccountAct.Disable : AccountAct.Enable;

        await RefusesAsync(viewer, act, Guid.NewGuid());
        await RefusesAsync(viewer, act, await ProveAsync(AccountActs.PurposeOf(other, viewer)));
        await RefusesAsync(viewer, act, await ProveAsync(AccountActs.PurposeOf(act, (await PersonAsync("manager")).Id)));
        Assert.DoesNotContain(logged, await LoggedAsync(viewer.ToString()));

        var proof = await ProveAsync(AccountActs.PurposeOf(act, viewer));
        Assert.Equal(act is AccountAct.MakeLink, await DoAsync(viewer, act, proof) is not null);
        Assert.Contains(logged, await LoggedAsync(viewer.ToString()));
        await RefusesAsync(viewer, act, proof);
    }

    [Fact]
    public async Task A_proof_does_not_replace_the_right()
    {
        await Browser.SignInAsync("viewer");
        var manager = (await PersonAsync("manager")).Id;
        var proof = await ProveAsync(AccountActs.PurposeOf(AccountAct.Disable, manager));
        await Assert.ThrowsAsync<AccessDeniedException>(() => DoAsync(manager, AccountAct.Disable, proof));
    }

    private async Task<Guid> ProveAsync(string purpose) =>
        (await Browser.AskAsync(HubUrls.ProvePresence, new { purpose, password = DemoPeople.Password })).GetProperty("ticket").GetGuid();

    private async Task<string?> DoAsync(Guid person, AccountAct act, Guid proof)
    {
        await using var scope = Hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Browser.Person());
        return await scope.ServiceProvider.GetRequiredService<AccountActs>().DoAsync(person, act, proof, Ct);
    }

    private Task RefusesAsync(Guid person, AccountAct act, Guid proof) => Assert.ThrowsAsync<DomainException>(() => DoAsync(person, act, proof));
}
