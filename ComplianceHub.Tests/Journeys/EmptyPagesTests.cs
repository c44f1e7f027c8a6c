using ComplianceHub.Tests.Given;
using Microsoft.Playwright;

namespace ComplianceHub.Tests.Journeys;

/// <summary>Every page of the group while there is no shop: the first that anybody sees of a new installation.</summary>
public sealed class EmptyPagesTests(EmptyProgram program, Chromium chromium) : PageByPage(program.Hub, chromium), IClassFixture<EmptyProgram>
{
    public static TheoryData<string> Pages => [.. Routes.Where(route => !route.Contains('{', StringComparison.Ordinal))];

    protected override IReadOnlyList<ViewportSize> Windows => PhoneAlone;

    [Theory, MemberData(nameof(Pages))]
    public Task Is_good_to_use_without_a_shop(string route) => SeeAsync(route, "");
}

/// <summary>Every page of a shop that has no record yet.</summary>
public sealed class EmptyShopPagesTests(EmptyProgram program, Chromium chromium) : PageByPage(program.Hub, chromium), IClassFixture<EmptyProgram>
{
    private const string Shop = "first-shop";

    public static TheoryData<string> Pages => [.. Routes.Where(route => route.Contains("{Slug}", StringComparison.Ordinal)).Prepend("/")];

    public override async ValueTask InitializeAsync()
    {
        await program.OpenShopAsync(Shop);
        await base.InitializeAsync();
    }

    protected override IReadOnlyList<ViewportSize> Windows => PhoneAlone;

    [Theory, MemberData(nameof(Pages))]
    public Task Is_good_to_use_without_a_record(string route) => SeeAsync(route, Shop);
}
