using System.Security.Claims;
using ComplianceHub.Account;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Tests.Account;

public sealed class OpenPagesTests
{
    private readonly OpenPages _pages = new(Options.Create(new AccountOptions { OpenPages = 2 }));

    [Fact]
    public async Task A_person_who_has_too_many_opens_no_other_until_one_is_closed()
    {
        var first = Page("mara");
        await first.OnCircuitOpenedAsync(null!, default);
        await Page("mara").OnCircuitOpenedAsync(null!, default);
        var third = Page("mara");
        await Assert.ThrowsAsync<DomainException>(() => third.OnCircuitOpenedAsync(null!, default));
        // The framework closes what it could not open; that page was never counted.
        await third.OnCircuitClosedAsync(null!, default);
        await Assert.ThrowsAsync<DomainException>(() => Page("mara").OnCircuitOpenedAsync(null!, default));

        await first.OnCircuitClosedAsync(null!, default);
        await Page("mara").OnCircuitOpenedAsync(null!, default);
    }

    [Fact]
    public async Task Pages_of_others_do_not_count()
    {
        await Page("mara").OnCircuitOpenedAsync(null!, default);
        await Page("mara").OnCircuitOpenedAsync(null!, default);
        await Page("jonas").OnCircuitOpenedAsync(null!, default);
    }

    private OpenPageCounter Page(string person) => new(_pages, new SignedIn(person));

    private sealed class SignedIn(string person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], "test"))));
    }
}
