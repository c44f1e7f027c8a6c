using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ComplianceHub.Data;

/// <summary>Reads ahead of whoever goes through a sequence, on another thread and only so far: reading rows and looking at
/// them then happen side by side, in the same constant memory.</summary>
internal static class ReadAhead
{
    private const int Piece = 256;
    private const int Pieces = 4;

    /// <summary>The same sequence. What reading throws is thrown where it would have stood.</summary>
    public static async IAsyncEnumerable<T> Ahead<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken ct)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var channel = Channel.CreateBounded<List<T>>(new BoundedChannelOptions(Pieces) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(source, channel.Writer, leaving.Token), CancellationToken.None);
        try
        {
            await foreach (var piece in channel.Reader.ReadAllAsync(ct))
            {
                foreach (var one in piece)
                    yield return one;
            }
        }
        finally
        {
            // The connection is free for others only when the reading has ended.
            await leaving.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FillAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<List<T>> writer, CancellationToken ct)
    {
        var piece = new List<T>(Piece);
        Exception? failure = null;
        try
        {
            await foreach (var one in source.WithCancellation(ct))
            {
                piece.Add(one);
                if (piece.Count < Piece)
                    continue;
                await writer.WriteAsync(piece, ct);
                piece = new(Piece);
            }
        }
        catch (Exception thrown) when (!ct.IsCancellationRequested)
        {
            failure = thrown;
        }
        // What was read before it comes first.
        await writer.WriteAsync(piece, ct);
        writer.Complete(failure);
    }
}
