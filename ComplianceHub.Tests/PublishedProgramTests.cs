using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests;

/// <summary>The published program, started from another folder. Explicit: publishing takes half a minute.</summary>
public sealed class PublishedProgramTests(PublishedProgram published) : IClassFixture<PublishedProgram>, IDisposable
{
    private static readonly string[] Files =
    [
        "css/hub.css", "js/hub.js", "fonts/inter-latin-opsz-normal.woff2", "ComplianceHub.styles.css",
        "_framework/blazor.web.js", "_content/MudBlazor/MudBlazor.min.js",
    ];

    private readonly string _elsewhere = Directory.CreateTempSubdirectory("compliancehub-elsewhere-").FullName;

    [Fact(Explicit = true)]
    public async Task Serves_its_own_files_and_keeps_its_data_where_it_was_started()
    {
        using var program = HubCommand.Start(published.Folder, _elsewhere, "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(program) };
            foreach (var file in Files)
            {
                using var response = await client.GetAsync(new Uri(file, UriKind.Relative));
                Assert.Equal((file, HttpStatusCode.OK), (file, response.StatusCode));
            }
            Assert.NotEmpty(Directory.GetFiles(_elsewhere, "*.db", SearchOption.AllDirectories));
            Assert.Empty(Directory.GetFiles(published.Folder, "*.db", SearchOption.AllDirectories));
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }
    }

    [Fact(Explicit = true)]
    public async Task Answers_verbs_with_nothing_but_the_result_on_standard_output()
    {
        Assert.Equal(0, (await RunAsync("demo", "--database", "Data Source=hub.db")).ExitCode);
        var readiness = await RunAsync("readiness", "--json", "--as-of", "2026-11-23", "--database", "Data Source=hub.db");
        Assert.Equal((0, ""), (readiness.ExitCode, readiness.Errors));
        using var json = JsonDocument.Parse(readiness.Output);
        Assert.Equal(["fjord-and-fable", "northwind-corner", "olive-row"],
            json.RootElement.EnumerateArray().Select(shop => shop.GetProperty("shop").GetString()).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(_elsewhere, "hub.db")));
    }

    public void Dispose() => Directory.Delete(_elsewhere, recursive: true);

    private Task<HubCommand> RunAsync(params string[] arguments) => HubCommand.RunAsync(published.Folder, _elsewhere, arguments);

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
