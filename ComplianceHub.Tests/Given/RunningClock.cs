using System.Diagnostics;

namespace ComplianceHub.Tests.Given;

/// <summary>
/// A clock that starts at an instant of our choice and then runs as fast as the real one: the demo is
/// read on its own day, whenever the tests run.
/// </summary>
internal sealed class RunningClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = Stopwatch.GetTimestamp();

    private long _advancedTicks;

    /// <summary>Lets time pass at once.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _advancedTicks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => start + Stopwatch.GetElapsedTime(_started) + TimeSpan.FromTicks(Interlocked.Read(ref _advancedTicks));
}
