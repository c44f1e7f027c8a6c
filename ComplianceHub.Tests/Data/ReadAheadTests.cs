using System.Runtime.CompilerServices;
using ComplianceHub.Data;

namespace ComplianceHub.Tests.Data;

public sealed class ReadAheadTests
{
    private int _read;
    private bool _hasEnded;

    [Theory]
    [InlineData(0), InlineData(1), InlineData(256), InlineData(257), InlineData(5000)]
    public async Task Gives_everything_in_its_order(int count) =>
        Assert.Equal(Enumerable.Range(0, count), await NumbersAsync(count, failsAt: -1).Ahead(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Throws_what_reading_throws_behind_what_was_read_before()
    {
        List<int> seen = [];
        var failure = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var number in NumbersAsync(2000, failsAt: 1100).Ahead(TestContext.Current.CancellationToken))
                seen.Add(number);
        });
        Assert.Equal(("at 1100", 1100), (failure.Message, seen.Count));
    }

    [Fact]
    public async Task Reads_only_so_far_and_has_ended_when_somebody_leaves()
    {
        await foreach (var number in NumbersAsync(1_000_000, failsAt: -1).Ahead(TestContext.Current.CancellationToken))
        {
            if (number == 300)
                break;
        }
        Assert.InRange(_read, 301, 3000);
        Assert.True(_hasEnded);
    }

    private async IAsyncEnumerable<int> NumbersAsync(int count, int failsAt, [EnumeratorCancellation] CancellationToken ct = default)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                ct.ThrowIfCancellationRequested();
                if (i == failsAt)
                    throw new FormatException($"at {i}");
                if (i % 100 == 0)
                    await Task.Yield();
                _read = i;
                yield return i;
            }
        }
        finally
        {
            _hasEnded = true;
        }
    }
}
