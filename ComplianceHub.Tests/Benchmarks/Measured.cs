using System.Diagnostics;
using System.Globalization;

namespace ComplianceHub.Tests.Benchmarks;

/// <summary>Runs something once and writes a line of the table: what, milliseconds, megabytes allocated, and how many
/// times the floor, which is the same work without us, measured in the same run.</summary>
internal static class Measured
{
    /// <summary>Measures one run.</summary>
    /// <returns>Milliseconds, to be the floor of others.</returns>
    public static Task<double> Async(string what, Func<Task> action, double? floor = null) => Async(what, 1, action, floor);

    /// <summary>Measures several runs and writes the time and the memory of one.</summary>
    /// <returns>Milliseconds of one run.</returns>
    public static async Task<double> Async(string what, int runs, Func<Task> action, double? floor = null)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        for (var run = 0; run < runs; run++)
            await action();
        var milliseconds = clock.Elapsed.TotalMilliseconds / runs;
        var megabytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6 / runs;
        var ratio = floor is { } least ? $"{milliseconds / least,7:N1} x floor" : "";
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-60} {milliseconds,10:N1} ms {megabytes,9:N1} MB {ratio}"));
        return milliseconds;
    }
}
