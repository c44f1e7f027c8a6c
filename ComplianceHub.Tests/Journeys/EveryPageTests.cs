using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Journeys;

/// <summary>Every page with the demo's records on it.</summary>
public sealed class EveryPageTests(HubApplication hub, Chromium chromium) : PageByPage(hub, chromium), IClassFixture<HubApplication>
{
    public static TheoryData<string> Pages => [.. Routes];

    public static TheoryData<string> AccountPages => [.. AccountRoutes];

    [Theory, MemberData(nameof(Pages))]
    public Task Is_good_to_use(string route) => SeeAsync(route, "fjord-and-fable");

    [Theory, MemberData(nameof(AccountPages))]
    public async Task Is_good_to_use_without_a_circuit(string route)
    {
        await Page.GotoAsync(route);
        await GoodAsync();
    }
}
