using System.Diagnostics;
using System.Text;

namespace ComplianceHub.Tests.Given;

/// <summary>
/// One run of the program as a process of its own, as a shell or a pipeline starts it: what it wrote to standard
/// output, to standard error, and its exit code.
/// </summary>
internal sealed record HubCommand(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs the program that was built beside the tests, in a folder, with nothing on standard input.</summary>
    public static Task<HubCommand> RunAsync(string folder, params string[] arguments) =>
        RunAsync(AppContext.BaseDirectory, folder, arguments);

    /// <summary>Runs the program of a published folder.</summary>
    public static async Task<HubCommand> RunAsync(string programFolder, string folder, string[] arguments)
    {
        using var process = Start(programFolder, folder, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return new HubCommand(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the program and leaves it running: the web host. Whoever starts it ends it.</summary>
    public static Process Start(string programFolder, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(programFolder, "ComplianceHub.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // A shell knows nothing of what the tests set for themselves.
        foreach (var variable in new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_URLS" })
            start.Environment.Remove(variable);
        return Process.Start(start)!;
    }
}
