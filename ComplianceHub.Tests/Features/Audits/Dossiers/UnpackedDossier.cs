using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace ComplianceHub.Tests.Features.Audits.Dossiers;

/// <summary>A dossier in a folder, as somebody has it who has nothing else: its files, and a shell.</summary>
internal sealed class UnpackedDossier : IDisposable
{
    public UnpackedDossier(Stream zip) => ZipFile.ExtractToDirectory(zip, Folder);

    public string Folder { get; } = Directory.CreateTempSubdirectory("compliancehub-dossier-").FullName;

    /// <summary>The names of its files.</summary>
    public IReadOnlyList<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The commands of its README, in their order: the lines that are indented by four.</summary>
    public IReadOnlyList<string> Commands => [.. Text("README.txt").Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal) && line[4] != ' ').Select(line => line.Trim())];

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Text(string name) => File.ReadAllText(PathOf(name), Encoding.UTF8);

    /// <summary>Runs a command in the folder; gives what it printed, and its exit code.</summary>
    public (int ExitCode, string Output) Run(string command)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, WorkingDirectory = Folder };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"exec 2>&1; set -o pipefail; {command}");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
