using System.Net;
using ComplianceHub.Components;
using ComplianceHub.Tests.Account;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Components;

/// <summary>How much one visitor may use, on the running program.</summary>
public sealed class LimitsTests() : AccountTests(new HubApplication())
{
    [Fact]
    public async Task Who_asks_for_files_without_end_is_told_to_wait_and_others_are_not()
    {
        await Browser.SignInAsync("viewer");
        var nothing = $"/files/{Guid.Empty}";
        for (var i = 0; i < 60; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await Browser.GetAsync(nothing)).StatusCode);

        var refused = await Browser.GetAsync(nothing);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.StartsWith("Too many requests", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Browser.GetAsync("/shops/fjord-and-fable/reports/readiness.pdf")).StatusCode);
        using var other = new FormBrowser(Hub);
        await other.SignInAsync("manager");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(nothing)).StatusCode);
    }

    [Fact]
    public async Task Nobody_fills_the_disk_before_they_have_signed_in()
    {
        using var http = new HttpClient { BaseAddress = Hub.Address };
        using var body = new ByteArrayContent(new byte[Limits.LargestBody + 1]);
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await http.PostAsync("/csp", body, Ct)).StatusCode);
    }

    [Fact]
    public async Task Reports_of_browsers_do_not_fill_the_log()
    {
        using var http = new HttpClient { BaseAddress = Hub.Address };
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
            answers.Add((await http.PostAsync("/csp", new StringContent("{}"), Ct)).StatusCode);
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.TooManyRequests], answers.Distinct());
    }
}
