namespace Flex.Web.Data.Journal;

/// <summary>The first findings in order of block, however many there are; memory stays the same.</summary>
internal sealed class Findings
{
    public const int Kept = 21;
    private readonly List<(long Block, int Rank, long Order, Finding Finding)> kept = [];

    public long Total { get; private set; }

    /// <summary>The first broken place and those after it, at most <see cref="Kept"/>.</summary>
    public IReadOnlyList<Finding> First
    {
        get
        {
            Trim();
            return kept.ConvertAll(k => k.Finding);
        }
    }

    /// <param name="behind">The block whose own findings come first: of which this may only be a consequence.</param>
    public void Add(Finding finding, long? behind = null)
    {
        // Without a block: what concerns everything comes first, what lies beyond the blocks last.
        var place = behind ?? finding.Block ?? (finding.What < Broken.BlockMissing ? long.MinValue : long.MaxValue);
        kept.Add((place, behind is null ? 0 : 1, Total++, finding));
        if (kept.Count > 8 * Kept)
        {
            Trim();
        }
    }

    private void Trim()
    {
        kept.Sort((a, b) => (a.Block, a.Rank, a.Order).CompareTo((b.Block, b.Rank, b.Order)));
        kept.RemoveRange(Math.Min(Kept, kept.Count), Math.Max(0, kept.Count - Kept));
    }
}
