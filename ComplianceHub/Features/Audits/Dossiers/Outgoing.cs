namespace ComplianceHub.Features.Audits.Dossiers;

/// <summary>Holds what an archive writes until it is sent on. An archive blocks when it closes a file, which the answer of a
/// web server refuses, so it writes here, and what came together is sent without blocking.</summary>
internal sealed class Outgoing(Stream to) : Stream
{
    private readonly MemoryStream _pending = new();
    private long _sent;

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position { get => _sent + _pending.Length; set => throw new NotSupportedException(); }

    /// <summary>Sends what was written since the last time.</summary>
    public async Task SendAsync(CancellationToken ct)
    {
        await to.WriteAsync(_pending.GetBuffer().AsMemory(0, (int)_pending.Length), ct);
        _sent += _pending.Length;
        _pending.SetLength(0);
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => _pending.Write(buffer, offset, count);

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer) => _pending.Write(buffer);

    /// <summary>Nothing: <see cref="SendAsync"/> sends.</summary>
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _pending.Dispose();
        base.Dispose(disposing);
    }
}
