namespace ComplianceHub.Tests.Architecture;

/// <summary>A component binds and shows; a Query, Store or Workflow beside it reads and writes.</summary>
public sealed class ComponentTests
{
    [Fact]
    public void No_component_touches_the_database() =>
        Code.NeverUse(
            // Account/ is Identity's own: static pages around its stores.
            [.. Code.Components.Where(type => !type.Namespace!.StartsWith("ComplianceHub.Account", StringComparison.Ordinal))],
            @"^Microsoft\.EntityFrameworkCore\.|^ComplianceHub\.Data\.(HubDb|\w*DbContext)$",
            "A component calls the Query, Store or Workflow next to it.");
}
