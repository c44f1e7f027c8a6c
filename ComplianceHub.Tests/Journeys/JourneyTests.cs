using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Journeys;

/// <summary>A journey notices what it promises to notice; otherwise all the others would prove nothing.</summary>
public sealed class JourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    [Fact]
    public async Task Text_that_is_pale_in_the_dark_alone_is_a_violation()
    {
        await Page.SetContentAsync(
            """
            <html lang="en"><title>Pale</title><style>@media (prefers-color-scheme: dark) { body { background: #222 } p { color: #444 } }</style>
            <main><h1 style="color: #777; background: #fff">Readable</h1><p>Pale</p></main></html>
            """);
        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(AccessibleAsync);
        Assert.Contains("Dark", failure.Message);
        Assert.DoesNotContain("Light", failure.Message);
    }

    [Fact]
    public async Task A_control_without_a_name_is_a_violation()
    {
        await Page.SetContentAsync("""<html lang="en"><title>Nameless</title><main><h1>Nameless</h1><button></button></main></html>""");
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(AccessibleAsync);
    }

    [Fact]
    public async Task Asking_another_host_is_noticed()
    {
        Tolerate("another.invalid");
        Tolerate("ERR_NAME_NOT_RESOLVED");
        await Page.SetContentAsync("""<img src="http://another.invalid/pixel.gif" alt="">""");
        Assert.Contains("Another host: http://another.invalid/pixel.gif", Complaints);
    }

    [Fact]
    public async Task An_error_of_a_script_is_noticed()
    {
        Tolerate("planted");
        await Page.SetContentAsync("<script>console.error('planted'); throw new Error('planted');</script>");
        Assert.Contains(Complaints, complaint => complaint.StartsWith("Console: planted", StringComparison.Ordinal));
        Assert.Contains(Complaints, complaint => complaint.StartsWith("Script: ", StringComparison.Ordinal));
    }
}
