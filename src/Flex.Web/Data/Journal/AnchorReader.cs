namespace Flex.Web.Data.Journal;

/// <summary>Walks through the outside heads beside the blocks of the database, in order of number.</summary>
internal sealed class AnchorReader : IDisposable
{
    private readonly StreamReader? reader;
    private readonly long end;
    private long at;
    private Anchor? current;

    public AnchorReader(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        end = file.Length;
        reader = new StreamReader(file);
        Step();
    }

    /// <summary>Nothing is anchored at all: the file is not there, or is empty.</summary>
    public bool None => current is null && LastNumber == 0;

    /// <summary>The number read last.</summary>
    public long LastNumber { get; private set; }

    /// <summary>A number came after a higher one: the file itself was tampered with or put together by hand.</summary>
    public bool OutOfOrder { get; private set; }

    /// <summary>The head of block <paramref name="number"/>, or null when it is not anchored; asked in rising order.</summary>
    public byte[]? HeadOf(long number)
    {
        while (current is not null && current.Number < number)
        {
            Step();
        }

        return current?.Number == number ? current.Head : null;
    }

    /// <summary>How many heads stand after block <paramref name="number"/>.</summary>
    public long CountAfter(long number)
    {
        HeadOf(number + 1);
        var count = 0L;
        for (; current is not null; Step())
        {
            count++;
        }

        return count;
    }

    public void Dispose() => reader?.Dispose();

    private void Step()
    {
        current = null;
        while (current is null && at < end && reader!.ReadLine() is { } line)
        {
            at += line.Length + 1;
            current = Anchor.Parse(line);
        }

        if (current is not null)
        {
            OutOfOrder |= current.Number <= LastNumber;
            LastNumber = current.Number;
        }
    }
}
