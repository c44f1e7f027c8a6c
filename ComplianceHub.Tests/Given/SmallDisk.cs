using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ComplianceHub.Tests.Given;

/// <summary>A disk of a few megabytes that a test fills and empties again.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>Mounts a disk, or leaves the test out where the machine does not let it.</summary>
    public static SmallDisk Mount(int megabytes, string what)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            LeftOut.Because(what, "Only root on Linux can mount the small disk that it fills.");
        var folder = Directory.CreateTempSubdirectory("compliancehub-disk-").FullName;
        Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "compliancehub-test", folder);
        return new(folder);
    }

    /// <summary>Fills the disk but for so many bytes.</summary>
    public void Fill(int leave = 0)
    {
        using var file = File.Create(Ballast);
        file.Write(new byte[Math.Max(0, new DriveInfo(Folder).AvailableFreeSpace - leave)]);
    }

    /// <summary>Takes away what filled it.</summary>
    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
