namespace Flex.Domain.Trust;

/// <summary>How much of each class of data one person sees of one family; nothing of a class that is not named.</summary>
public sealed record Sights
{
    private readonly Sight[] of = new Sight[Enum.GetValues<DataClass>().Length];

    /// <summary>Nothing at all.</summary>
    public static Sights Nothing { get; } = new([]);

    /// <summary>Takes the widest sight of each class.</summary>
    public Sights(IEnumerable<(DataClass Class, Sight Sight)> given)
    {
        foreach (var (kind, sight) in given)
        {
            of[(int)kind] = sight > of[(int)kind] ? sight : of[(int)kind];
        }
    }

    /// <summary>How much is seen of a class.</summary>
    public Sight this[DataClass kind] => of[(int)kind];

    /// <summary>Whether everything of a class is seen.</summary>
    public bool Full(DataClass kind) => this[kind] == Sight.Full;

    /// <summary>Whether the factors behind the class are seen: everything of the application, or the part of who applied.</summary>
    /// <param name="own">Who looks applied for the family.</param>
    public bool ShowsFactors(bool own) => Full(DataClass.Application) || (own && this[DataClass.Application] == Sight.Part);

    /// <summary>Whether anything at all is seen.</summary>
    public bool Any => of.Any(s => s != Sight.None);
}
