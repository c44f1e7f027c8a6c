using System.Diagnostics;

namespace ComplianceHub.Tests.Reports.Layout;

/// <summary>A PDF program of the machine, for a second opinion. Where it is not installed, the test is skipped.</summary>
internal static class OutsideTool
{
    public static string Run(string tool, string package, byte[] pdf, params string[] arguments)
    {
        Assert.SkipUnless(IsInstalled(tool), $"{tool} is not installed; Debian has it in {package}.");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            var start = new ProcessStartInfo(tool) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument == "FILE" ? file : argument);
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return $"{output}{errors.Result}exit code {process.ExitCode}";
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool IsInstalled(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
