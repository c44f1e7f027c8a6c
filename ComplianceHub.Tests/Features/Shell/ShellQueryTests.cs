using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Shell;
using ComplianceHub.Tests.Data;

namespace ComplianceHub.Tests.Features.Shell;

/// <summary>The frame shows each person what works for them, and counts again only when something has changed.</summary>
public sealed class ShellQueryTests() : HubDatabaseFixture(null)
{
    [Fact]
    public async Task An_auditor_of_a_shop_has_no_menu_and_no_shop()
    {
        var shell = await ShellAsync(HubRole.Auditor, Shop.Id);
        var state = await shell.StateAsync(null, null, Ct);
        Assert.Equal((0, false), (state.ShopCount, state.HasRoom));
        Assert.Equal((false, false, false, false), (state.ReadsRegisters, state.ReadsGroup, state.MayImport, state.Administers));
        Assert.Null((await shell.StateAsync("fjord-and-fable", null, Ct)).Shop);
        Assert.Null((await shell.StateAsync("olive-row", null, Ct)).Shop);
    }

    [Fact]
    public async Task Who_keeps_one_shop_and_audits_another_finds_both_ways()
    {
        var person = await PersonAsync(HubRole.Auditor, Shop.Id);
        await SaveAsync(new Grant { UserId = person, Role = HubRole.PrivacyOfficer, Scope = GrantScope.Shop, ShopId = SisterShop.Id });
        var shell = new ShellQuery(ScopeOf(Actor.User(person)).GetRequiredService<HubDb>());
        var state = await shell.StateAsync(null, null, Ct);
        Assert.True(state.ReadsRegisters);
        Assert.False(state.HasRoom);
        Assert.Equal(["olive-row"], (await shell.ChoicesAsync(null, Ct)).Select(choice => choice.Slug));
        await SaveAsync(new Audit { Title = "Annual privacy audit", ShopIds = [Shop.Id], Regulations = ["GDPR"], PeriodFrom = new(2026, 1, 1), PeriodUntil = new(2026, 10, 31), AuditorId = person });
        Assert.True((await shell.StateAsync(null, null, Ct)).HasRoom);
    }

    [Fact]
    public async Task The_list_of_shops_holds_those_alone_that_the_person_may_see()
    {
        Assert.Equal(["olive-row"], (await (await ShellAsync(HubRole.Viewer, SisterShop.Id)).ChoicesAsync(null, Ct)).Select(choice => choice.Slug));
        Assert.Empty(await (await ShellAsync(HubRole.Viewer, SisterShop.Id)).ChoicesAsync("north", Ct));
        Assert.Equal(3, (await (await ShellAsync(HubRole.Viewer)).ChoicesAsync(null, Ct)).Count);
    }

    [Theory]
    [InlineData(HubRole.Administrator, true), InlineData(HubRole.PrivacyOfficer, true), InlineData(HubRole.Manager, false), InlineData(HubRole.Viewer, false)]
    public async Task Importing_is_offered_to_who_may(HubRole role, bool mayImport) =>
        Assert.Equal(mayImport, (await (await ShellAsync(role)).StateAsync(null, null, Ct)).MayImport);

    [Fact]
    public async Task What_is_counted_holds_until_the_registers_change()
    {
        var shell = await ShellAsync(HubRole.Viewer);
        var first = await shell.StateAsync("olive-row", null, Ct);
        Assert.Same(first.Shop, (await shell.StateAsync("olive-row", first, Ct)).Shop);
        Assert.NotSame(first.Shop, (await shell.StateAsync("fjord-and-fable", first, Ct)).Shop);

        await SaveAsync(new Vendor { ShopId = SisterShop.Id, LegalName = "Stripe" });
        var then = await shell.StateAsync("olive-row", first, Ct);
        Assert.Equal((0, 1), (first.Shop!.Counts[RegisterNames.ThirdParties], then.Shop!.Counts[RegisterNames.ThirdParties]));
    }

    [Fact]
    public async Task The_number_to_do_follows_the_computed_readiness()
    {
        var shell = await ShellAsync(HubRole.Viewer);
        var first = await shell.StateAsync("olive-row", null, Ct);
        Assert.Null(first.Shop!.ToDo);
        await ScopeOf(Actor.System("test")).GetRequiredService<ReadinessBoard>().RefreshAsync(SisterShop.Id, Ct);
        Assert.NotNull((await shell.StateAsync("olive-row", first, Ct)).Shop!.ToDo);
    }

    private async Task<ShellQuery> ShellAsync(HubRole role, Guid? shop = null) =>
        new(ScopeOf(Actor.User(await PersonAsync(role, shop))).GetRequiredService<HubDb>());
}
