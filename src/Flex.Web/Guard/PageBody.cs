using Flex.Web.Ui;

namespace Flex.Web.Guard;

/// <summary>The body of an answer. A page is held until it is whole and its dates are kept from breaking; all else goes straight on.</summary>
internal sealed class PageBody(HttpResponse response, Stream below) : Stream
{
    private readonly MemoryStream held = new();

    public static async Task Hold(HttpContext http, RequestDelegate next)
    {
        var below = http.Response.Body;
        await using var body = new PageBody(http.Response, below);
        http.Response.Body = body;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = below;
        }

        await body.Release(http.RequestAborted);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    private Stream Goes => response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true ? held : below;

    public override void Write(byte[] buffer, int offset, int count) => Goes.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Goes.WriteAsync(buffer, offset, count, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Goes.WriteAsync(buffer, cancellationToken);

    public override void Flush() => Goes.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => Goes.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task Release(CancellationToken stop)
    {
        if (held.Length > 0)
        {
            using var whole = new MemoryStream((int)held.Length + 4_096);
            WholeDates.Copy(held.GetBuffer().AsSpan(0, (int)held.Length), whole);
            await below.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length), stop);
        }
    }
}
