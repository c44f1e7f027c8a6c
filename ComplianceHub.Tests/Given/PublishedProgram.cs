using System.Diagnostics;

namespace ComplianceHub.Tests.Given;

/// <summary>What `dotnet publish` makes, in a folder that knows nothing of the sources.</summary>
public sealed class PublishedProgram : IAsyncLifetime
{
    /// <summary>The folder with ComplianceHub.dll in it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("compliancehub-published-").FullName;

    public async ValueTask InitializeAsync()
    {
        // Compiled in this process tree alone: a shared compiler would outlive the tests.
        string[] arguments = ["publish", "ComplianceHub", "--no-restore", "-v", "quiet", "-o", Folder, "-p:UseSharedCompilation=false"];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
