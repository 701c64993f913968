namespace Flex.Domain.Funding;

/// <summary>What earlier quarters of a family used up; what decides a quarter besides its own day.</summary>
internal struct SpentSoFar
{
    /// <summary>Indicated quarters used.</summary>
    public int Indicated;

    /// <summary>Quarters of the extension used.</summary>
    public int Extension;

    /// <summary>The last day with care, whoever paid it, up to the first day without any after the regular days; as a day number of the calendar.</summary>
    public int LastLinked;

    /// <summary>Quarters of a late start used.</summary>
    public int Late;

    /// <summary>Days with care of a late start.</summary>
    public int LateDays;

    /// <summary>The last of those days.</summary>
    public int LastLate;

    /// <summary>Per policy the contribution paid, in quarters of a cent; null while none has an amount.</summary>
    public long[]? Covered;
}
