using System.CommandLine;
using ComplianceHub.Demo;

namespace ComplianceHub.CommandLine;

/// <summary><c>demo</c>: loads the demo group into an empty database. Its people have no passwords.</summary>
internal static class DemoVerb
{
    public static Command Command(TextWriter output)
    {
        var command = new Command("demo", "Loads the demo group into an empty database; its people get no passwords.");
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await CommandSession.CreateAsync(parsed.GetValue(HubCommandLine.Database), ct);
            var shops = await session.Get<DemoLoader>().LoadAsync(ct);
            await output.WriteLineAsync($"Loaded {string.Join(", ", shops.Select(shop => shop.Slug))}.");
            return ExitCode.Done;
        });
        return command;
    }
}
