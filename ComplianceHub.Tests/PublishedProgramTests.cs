using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests;

/// <summary>What `dotnet publish` makes, started from a folder that knows nothing of the sources. Explicit: publishing takes half a minute.</summary>
public sealed class PublishedProgramTests : IDisposable
{
    private readonly string _published = Directory.CreateTempSubdirectory("compliancehub-published-").FullName;
    private readonly string _elsewhere = Directory.CreateTempSubdirectory("compliancehub-elsewhere-").FullName;

    [Fact(Explicit = true)]
    public async Task Serves_its_own_files_and_keeps_its_data_where_it_was_started()
    {
        await PublishAsync();
        using var program = HubCommand.Start(_published, _elsewhere, "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(program) };
            foreach (var file in new[] { "css/hub.css", "js/hub.js", "fonts/inter-latin-opsz-normal.woff2", "_framework/blazor.web.js", "_content/MudBlazor/MudBlazor.min.js", "ComplianceHub.styles.css" })
            {
                using var response = await client.GetAsync(new Uri(file, UriKind.Relative));
                Assert.Equal((file, HttpStatusCode.OK), (file, response.StatusCode));
            }
            Assert.NotEmpty(Directory.GetFiles(_elsewhere, "*.db", SearchOption.AllDirectories));
            Assert.Empty(Directory.GetFiles(_published, "*.db", SearchOption.AllDirectories));
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }
    }

    public void Dispose()
    {
        Directory.Delete(_published, recursive: true);
        Directory.Delete(_elsewhere, recursive: true);
    }

    private async Task PublishAsync()
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "ComplianceHub", "--no-restore", "-v", "quiet", "-o", _published, "-p:UseSharedCompilation=false"])
        { WorkingDirectory = Repository.Root, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);
    }

    private static async Task<Uri> AddressAsync(Process program)
    {
        var errors = program.StandardError.ReadToEndAsync();
        while (await program.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Regex.Match(line, @"http://[\d.]+:\d+") is { Success: true } address)
                return new Uri(address.Value);
        }
        throw new InvalidOperationException($"The program ended before it listened: {await errors}");
    }
}
