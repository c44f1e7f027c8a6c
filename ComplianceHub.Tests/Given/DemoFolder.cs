using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Given;

/// <summary>
/// The data folder that the program leaves behind after its first start with the demo: made once per run by the
/// program itself, then copied, because loading it takes longer than most tests.
/// </summary>
internal static class DemoFolder
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly Lazy<Task<string>> Loaded = new(LoadAsync);

    /// <summary>Fills a folder with a copy.</summary>
    public static async Task CopyToAsync(string folder)
    {
        var loaded = await Loaded.Value;
        // The write-ahead log belongs to the data; the file of shared memory is made anew by whoever opens them.
        foreach (var file in Directory.EnumerateFiles(loaded, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(loaded, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<string> LoadAsync()
    {
        var folder = Directory.CreateTempSubdirectory("compliancehub-demo-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using var program = new HubApplication { StartsAnew = true, KeepsIn = folder };
        await program.InitializeAsync();
        // The program computes the shops in the background; the copies shall begin with what it came to.
        await using var scope = program.Services.CreateAsyncScope();
        while (await IsComputingAsync(scope.ServiceProvider.GetRequiredService<HubDb>(), program.Clock.GetUtcNow()))
            await Task.Delay(Pause);
        return folder;
    }

    private static async Task<bool> IsComputingAsync(HubDb hub, DateTimeOffset now)
    {
        await using var db = await hub.OpenAsync(Actor.System("test"));
        return await ReadinessBoard.StaleShops(db, now).AnyAsync();
    }
}
