using System.Text.Json;
using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Account;

/// <summary>Showing again that it is you, over HTTP, and what a workflow then takes.</summary>
public sealed class PresenceTests() : AccountTests(new HubApplication())
{
    private const string Purpose = "sign-audit:7";

    [Fact]
    public async Task A_password_proves_presence_once()
    {
        await Browser.SignInAsync("manager");
        var ticket = Ticket(await ProveAsync(new { purpose = Purpose, password = "fjord and fable 2026" }));

        var proof = await RedeemAsync(ticket);

        Assert.Equal("Password", proof.How);
        Assert.InRange(proof.At, Hub.Clock.GetUtcNow().AddMinutes(-1), Hub.Clock.GetUtcNow());
        await RefusesAsync(ticket);
        Assert.Contains("proved presence", await LoggedAsync((await PersonAsync("manager")).Id.ToString()));
    }

    [Fact]
    public async Task Who_has_an_app_gives_its_code_too_and_none_twice()
    {
        await Browser.SignInAsync("manager");
        var (key, _) = await SetUpSecondFactorAsync();
        Assert.True((await Browser.AskAsync(HubUrls.WaysToProvePresence, new { purpose = Purpose })).GetProperty("needsCode").GetBoolean());
        Assert.NotNull(Problem(await ProveAsync(new { purpose = Purpose, password = "fjord and fable 2026" })));

        var code = CodeOf(key);
        var ticket = Ticket(await ProveAsync(new { purpose = Purpose, password = "fjord and fable 2026", code }));
        Assert.NotNull(Problem(await ProveAsync(new { purpose = Purpose, password = "fjord and fable 2026", code })));

        Assert.Equal("Password and authenticator code", (await RedeemAsync(ticket)).How);
    }

    [Fact]
    public async Task A_proof_waits_two_minutes()
    {
        await Browser.SignInAsync("manager");
        var late = Ticket(await ProveAsync(new { purpose = Purpose, password = "fjord and fable 2026" }));
        Hub.Clock.Advance(TimeSpan.FromMinutes(1.9));
        var soon = Ticket(await ProveAsync(new { purpose = Purpose, password = "fjord and fable 2026" }));
        Hub.Clock.Advance(TimeSpan.FromMinutes(0.2));
        await RefusesAsync(late);
        await RedeemAsync(soon);
    }

    [Fact]
    public async Task A_proof_is_for_one_purpose()
    {
        await Browser.SignInAsync("manager");
        var ticket = Ticket(await ProveAsync(new { purpose = Purpose, password = "fjord and fable 2026" }));
        await RefusesAsync(ticket, purpose: "sign-audit:8");
        await RedeemAsync(ticket);
    }

    [Fact]
    public async Task A_proof_is_of_one_person_in_one_session()
    {
        await Browser.SignInAsync("manager");
        var ticket = Ticket(await ProveAsync(new { purpose = Purpose, password = "fjord and fable 2026" }));
        using var other = new FormBrowser(Hub);
        await other.SignInAsync("officer");
        await RefusesAsync(ticket, other);
        using var second = new FormBrowser(Hub);
        await second.SignInAsync("manager");
        await RefusesAsync(ticket, second);
        await RedeemAsync(ticket);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        await Browser.SignInAsync("manager");
        for (var i = 0; i < 5; i++)
            Assert.NotNull(Problem(await ProveAsync(new { purpose = Purpose, password = "not the password" })));
        Assert.NotNull(Problem(await ProveAsync(new { purpose = Purpose, password = "fjord and fable 2026" })));
        var person = await PersonAsync("manager");
        Assert.True(await WithPeopleAsync(people => people.IsLockedOutAsync(person)));
        Assert.Equal(6, (await LoggedAsync(person.Id.ToString())).Count(action => action == "failed to prove presence"));
    }

    [Fact]
    public async Task Nobody_proves_presence_without_a_session() =>
        Assert.StartsWith(HubUrls.Login, Browser.Target(await Browser.PostAsync(HubUrls.Login, HubUrls.ProvePresence)), StringComparison.Ordinal);

    [Fact]
    public async Task A_forged_passkey_answer_is_refused_and_its_challenge_is_used_up()
    {
        var challenge = await Browser.AskAsync(AccountUrls.PasskeyChallenge, new { });
        Assert.Equal("required", JsonDocument.Parse(challenge.GetProperty("options").GetString()!).RootElement.GetProperty("userVerification").GetString());
        var ticket = challenge.GetProperty("ticket").GetString()!;
        var refused = await Browser.PostAsync(HubUrls.Login, HubUrls.Login, ("_handler", "passkey"), ("Used.Ticket", ticket), ("Used.Credential", "{\"id\":\"AA\"}"));
        Assert.Contains("not accepted", await FormBrowser.ProblemAsync(refused), StringComparison.Ordinal);
        await using var scope = Hub.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<OneTimeTickets>().TakeAsync(Guid.Parse(ticket), "sign-in", TicketHolder.Nobody, Ct));
    }

    private Task<JsonElement> ProveAsync(object answer) => Browser.AskAsync(HubUrls.ProvePresence, answer);

    private static Guid Ticket(JsonElement answer) => answer.GetProperty("ticket").GetGuid();

    private static string? Problem(JsonElement answer) => answer.GetProperty("problem").GetString();

    private async Task<ProofOfPresence> RedeemAsync(Guid ticket, FormBrowser? browser = null, string purpose = Purpose)
    {
        await using var scope = Hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use((browser ?? Browser).Person());
        return await scope.ServiceProvider.GetRequiredService<ProofsOfPresence>().RedeemAsync(ticket, purpose, Ct);
    }

    private Task RefusesAsync(Guid ticket, FormBrowser? browser = null, string purpose = Purpose) =>
        Assert.ThrowsAsync<DomainException>(() => RedeemAsync(ticket, browser, purpose));
}
