using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads how long data are kept (national/retention.json).</summary>
internal static class RetentionFile
{
    public const string Name = "national/retention.json";

    public static IReadOnlyList<RetentionTerm> Read(LocatedObject file)
    {
        file.Source();
        return file.Distinct("terms", t =>
        {
            t.Source();
            return new RetentionTerm(t.Text("code"), t.Whole("years"));
        }, "code");
    }
}
