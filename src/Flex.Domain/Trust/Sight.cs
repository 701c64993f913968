namespace Flex.Domain.Trust;

/// <summary>How much of a class of data somebody sees; a higher one holds every lower one.</summary>
public enum Sight
{
    /// <summary>Nothing, not even that it is there.</summary>
    None,

    /// <summary>Sums and states: how many hours in all, never which.</summary>
    Summary,

    /// <summary>What was said at the own application and what was shared since.</summary>
    Part,

    /// <summary>Everything.</summary>
    Full,
}
