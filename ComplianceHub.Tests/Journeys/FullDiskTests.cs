using ComplianceHub.Components;
using ComplianceHub.Tests.CommandLine;
using ComplianceHub.Tests.Given;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>A disk that runs full: every page says so, reading goes on, and nobody has to load a page again afterwards.</summary>
public sealed class FullDiskTests : Visit
{
    private readonly SmallDisk _disk;

    public FullDiskTests(Chromium chromium)
        : this(SmallDisk.Mount(24, "the journey on a full disk"), chromium)
    {
    }

    private FullDiskTests(SmallDisk disk, Chromium chromium)
        : base(new HubApplication { StartsAnew = true, Settings = new() { ["Data:Database"] = $"Data Source={Path.Combine(disk.Folder, "hub.db")}" } }, chromium) => _disk = disk;

    private ILocator Storage => Page.GetByText("Nothing can be saved now.");

    public override async ValueTask InitializeAsync()
    {
        await Hub.InitializeAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Hub.DisposeAsync();
        _disk.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Says_so_refuses_to_save_goes_on_reading_and_recovers()
    {
        await SignInAsync(path: HubUrls.Profile("olive-row"));
        await Expect(Storage).ToHaveCountAsync(0);
        // What is set aside in the write-ahead log would take a few more saves.
        await Sqlite.ExecuteAsync(Path.Combine(_disk.Folder, "hub.db"), "PRAGMA wal_checkpoint(TRUNCATE)");
        _disk.Fill();
        await Page.GetByLabel("Who looks after the registers").FillAsync("Nobody in particular");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save profile" }).ClickAsync();

        await Expect(Page.GetByText("Not saved.")).ToBeVisibleAsync();
        await Expect(Storage).ToBeVisibleAsync();
        await Expect(Page.GetByLabel("Who looks after the registers")).ToHaveValueAsync("Nobody in particular");
        await AccessibleAsync();

        // What the pool does by itself with connections that nobody used for a while.
        SqliteConnection.ClearAllPools();
        await OpenAsync(HubUrls.Checklist("fjord-and-fable"));
        await Expect(Page.GetByText("Hotjar Ltd").First).ToBeVisibleAsync();
        await Expect(Storage).ToBeVisibleAsync();

        _disk.Free();
        // The program tries by itself every 15 seconds.
        await Expect(Storage).ToHaveCountAsync(0, new() { Timeout = 40_000 });
    }
}
