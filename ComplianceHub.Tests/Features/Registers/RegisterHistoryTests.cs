using Bunit;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Registers;
using Microsoft.AspNetCore.Components;

namespace ComplianceHub.Tests.Features.Registers;

/// <summary>Every register that has a page today or gets one tomorrow: whoever opens a record sees what became of it.</summary>
public sealed class RegisterHistoryTests() : RegisterPageFixture(null)
{
    public static TheoryData<Type> Pages => [.. typeof(RegisterPage<>).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(RegisterPage<>).Namespace && type.IsDefined(typeof(RouteAttribute), false)).OrderBy(type => type.Name, StringComparer.Ordinal)];

    [Fact]
    public void Are_all_the_registers() => Assert.Equal(
        RegisterColumnTests.Pages.Select(row => row.Data.Name).Order(StringComparer.Ordinal), Pages.Select(row => row.Data.Name));

    [Theory, MemberData(nameof(Pages))]
    public async Task The_editor_of_each_tells_who_added_the_record(Type page)
    {
        await FillAsync();
        var shown = await ShowAsync(page, HubRole.PrivacyOfficer, null);
        shown.WaitForAssertion(() => Assert.NotEmpty(Names(shown)));
        Navigation.NavigateTo($"/register?{new Uri(new Uri("http://localhost"), shown.Find("a.record-link").GetAttribute("href")).Query.TrimStart('?')}");
        shown.WaitForElement(".sheet button[aria-label=History]").Click();
        shown.WaitForAssertion(() => Assert.Contains("Added by", shown.Find(".sheet ol.history").TextContent, StringComparison.Ordinal));
        // And back to the fields.
        shown.Find(".sheet button[aria-label='Back to the fields']").Click();
        shown.WaitForAssertion(() => Assert.Empty(shown.FindAll(".sheet ol.history")));
    }
}
