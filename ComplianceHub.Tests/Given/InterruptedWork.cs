using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Audits;
using ComplianceHub.Reports.Layout;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace ComplianceHub.Tests.Given;

/// <summary>
/// The program at work in a process of its own, until it is killed. It writes a line after each step that was
/// acknowledged to it: that step must be there afterwards.
/// </summary>
internal sealed class InterruptedWork(IServiceProvider services, Guid shop, Guid officer, Guid auditor, Guid signer)
{
    /// <summary>The first argument of such a process.</summary>
    public const string Argument = "--interrupted-work";

    /// <summary>What it writes when it is about to begin.</summary>
    public const string Begins = "begins";

    /// <summary>Starts a process that takes one kind of step over and over.</summary>
    public static Process Start(string connection, string folder, string step, DateTimeOffset now, params ReadOnlySpan<Guid> who) => Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(InterruptedWork).Assembly.Location, Argument, connection, folder, step, now.ToString("O", CultureInfo.InvariantCulture), .. string.Join(' ', who.ToArray()).Split(' ')])
    {
        RedirectStandardOutput = true,
        // It lives for a second.
        Environment = { ["DOTNET_TieredPGO"] = "0" },
    })!;

    /// <summary>The process itself.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var connection, var folder, var step, var now, var shop, var officer, var auditor, var signer])
            return 2;
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.ParseExact(now, "O", CultureInfo.InvariantCulture)))
            .AddLogging().AddHubData(DatabaseConnection.Parse(connection, folder)).AddSingleton(ReportFonts.Shipped).AddHubAudits().BuildServiceProvider();
        var work = new InterruptedWork(services, Guid.Parse(shop), Guid.Parse(officer), Guid.Parse(auditor), Guid.Parse(signer));
        // As at the start of the program.
        await work.As(Actor.System("checkpoint")).GetRequiredService<Checkpoints>().LookBackAsync();
        // What the first of its kind compiles takes longer than the work that is to be interrupted.
        await work.TryAsync(step);
        Say(Begins);
        while (true)
            await work.TryAsync(step);
    }

    private async Task TryAsync(string step)
    {
        try
        {
            await (step switch
            {
                "save" => SaveAsync(),
                "freeze" => FreezeAsync(),
                _ => SignAsync(),
            });
        }
        catch (DomainException)
        {
            // Another process at the same work was faster, or holds the database.
        }
    }

    private async Task SaveAsync()
    {
        Vendor[] both = [new() { ShopId = shop, LegalName = "Of the shop" }, new() { LegalName = "Of the group" }];
        await using (var db = await OpenAsync())
        {
            db.AddRange(both);
            await db.SaveChangesAsync();
        }
        Say($"saved {both[0].Id} {both[1].Id}");
        await As(Actor.System("checkpoint")).GetRequiredService<Checkpoints>().WriteAsync();
    }

    private async Task FreezeAsync()
    {
        var workflow = As(Actor.User(officer)).GetRequiredService<AuditWorkflow>();
        var draft = await NextAsync(AuditState.Draft) ?? await workflow.PrepareAsync(new Audit
        {
            Title = "Frozen in a hurry", ShopIds = [shop], Regulations = ["GDPR"], PeriodFrom = new(2025, 11, 1), PeriodUntil = new(2026, 10, 31), AuditorId = auditor, SignerId = signer,
        });
        await workflow.BeginFieldworkAsync(draft);
        Say($"frozen {draft}");
    }

    private async Task SignAsync()
    {
        if (await NextAsync(AuditState.AwaitingSignOff) is not { } audit)
        {
            await Task.Delay(10);
            return;
        }
        var workflow = As(Actor.User(signer)).GetRequiredService<SignOffWorkflow>();
        await workflow.SignAsync(audit, "We know of it.", [.. (await workflow.BlockersAsync(audit)).Select(blocker => blocker.Item)], "Password");
        Say($"signed {audit}");
    }

    private async Task<Guid?> NextAsync(AuditState state)
    {
        await using var db = await OpenAsync();
        var waiting = await db.Audits.Where(audit => audit.State == state).Select(audit => audit.Id).ToListAsync();
        // Not always the first: two processes would be at the same one all the time.
        return waiting.Count == 0 ? null : waiting[RandomNumberGenerator.GetInt32(waiting.Count)];
    }

    private Task<HubDbContext> OpenAsync() => As(Actor.System("test")).GetRequiredService<HubDb>().OpenAsync();

    private IServiceProvider As(Actor actor)
    {
        var scope = services.CreateScope().ServiceProvider;
        scope.GetRequiredService<CurrentActor>().Use(actor);
        return scope;
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
