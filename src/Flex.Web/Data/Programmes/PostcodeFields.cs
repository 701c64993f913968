using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads which postcodes lie in which municipality, for the country or for one programme.</summary>
internal static class PostcodeFields
{
    private const int Lowest = 1000;
    private const int Highest = 9999;

    /// <summary>The whole file; its note says where a table can come from.</summary>
    public static IReadOnlyList<PostcodeRange> Ranges(LocatedObject file)
    {
        _ = file.MayText("note");
        return file.Each("postcodes", Range);
    }

    /// <summary>The ranges of a programme, which may leave them out.</summary>
    public static IReadOnlyList<PostcodeRange> OfProgramme(LocatedObject file) => file.Peek("postcodes") is null ? [] : file.Each("postcodes", Range);

    private static PostcodeRange Range(LocatedObject range)
    {
        var read = new PostcodeRange(range.Whole("from"), range.Whole("until"), range.Text("municipality"), range.Source());
        if (read.First < Lowest || read.Last > Highest || read.Last < read.First)
        {
            range.Wrong(range.Peek("from") ?? range.Value, "Dit is geen reeks van postcodes.", "Schrijf in from en until vier cijfers, van laag naar hoog, zoals 1000 en 1099.");
        }

        return read;
    }
}
