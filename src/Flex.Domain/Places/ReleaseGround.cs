namespace Flex.Domain.Places;

/// <summary>Who wants a granted place to be given back, or the wait to end. Against the family's wish it is a decision otherwise than the one that granted it, which another organisation approves.</summary>
public enum ReleaseGround
{
    /// <summary>The family does not want it any more.</summary>
    Family,

    /// <summary>The care in this pillar is over; what is left returns.</summary>
    CareOver,

    /// <summary>Somebody else: not given back but asked as an override.</summary>
    Other,
}

/// <summary>The grounds as they are posted and stored, and in words.</summary>
public static class ReleaseGrounds
{
    /// <summary>The posted and stored code.</summary>
    public static string CodeOf(ReleaseGround ground) => ground switch
    {
        ReleaseGround.Family => "gezin",
        ReleaseGround.CareOver => "zorg-klaar",
        ReleaseGround.Other => "anders",
    };

    /// <summary>The ground with this code, or null.</summary>
    public static ReleaseGround? Parse(string? code) => Enum.GetValues<ReleaseGround>().Where(g => CodeOf(g) == code).Select(g => (ReleaseGround?)g).FirstOrDefault();

    /// <summary>The grounds that can be given for a step.</summary>
    public static IReadOnlyList<ReleaseGround> Of(PlaceStep step) => step switch
    {
        PlaceStep.Release => Enum.GetValues<ReleaseGround>(),
        PlaceStep.LeaveLine => [ReleaseGround.Family, ReleaseGround.Other],
        _ => [],
    };

    /// <summary>The ground beside a choice about a step.</summary>
    public static string LabelOf(ReleaseGround ground, PlaceStep step) => ground switch
    {
        ReleaseGround.Family when step == PlaceStep.LeaveLine => "Het gezin vraagt het zelf",
        ReleaseGround.Family => "Het gezin wil de plaats niet meer",
        ReleaseGround.CareOver => "De zorg in deze pijler is klaar",
        ReleaseGround.Other => "Het gezin vraagt het niet",
    };

    /// <summary>The ground as a sentence of the history; null for what is never stored.</summary>
    public static string? SaidOf(ReleaseGround? ground, PlaceStep step) => ground switch
    {
        ReleaseGround.Family when step == PlaceStep.LeaveLine => "Het gezin vroeg dit zelf.",
        ReleaseGround.Family => "Het gezin wil de plaats niet meer.",
        ReleaseGround.CareOver => "De zorg in deze pijler is klaar.",
        ReleaseGround.Other or null => null,
    };
}
