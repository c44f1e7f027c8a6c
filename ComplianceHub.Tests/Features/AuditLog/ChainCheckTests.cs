using Bunit;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.AuditLog;
using MudBlazor.Services;

namespace ComplianceHub.Tests.Features.AuditLog;

public sealed class ChainCheckTests : AuditLogFixture
{
    private readonly BunitContext _browser = new();

    [Fact]
    public async Task An_untouched_chain_is_intact()
    {
        var check = await VerifyAsync(HubRole.Viewer);
        Assert.StartsWith("Intact: 4 entries, head ", check, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_entry_is_named()
    {
        await ForgeAsync();
        var check = await VerifyAsync(HubRole.Viewer);
        Assert.StartsWith("The log does not hold. At entry 2: ", check, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_is_told_that_it_takes_a_grant() =>
        Assert.Equal("Not verified. Verifying this part of the audit log takes a grant for it.", await VerifyAsync(HubRole.Auditor));

    public override async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task<string> VerifyAsync(HubRole role)
    {
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddMudServices();
        var person = ScopeOf(Actor.User(await PersonAsync(role, Shop.Id)));
        _browser.Services.AddSingleton(new ChainVerifier(person.GetRequiredService<HubDb>(), person.GetRequiredService<AuditLogVerifier>()));
        var check = _browser.Render<ChainCheck>(parameters => parameters.Add(one => one.Slug, Shop.Slug));
        await check.Find("button").ClickAsync();
        return string.Join(' ', check.Find(".banner .text").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
