using Flex.Domain.Births;
using Flex.Web.Data;

namespace Flex.Web.Ui;

/// <summary>A registered birth in words.</summary>
internal static class BirthWords
{
    /// <summary>What a form says when somebody else registered or corrected the birth in the meantime.</summary>
    public static FormNotice Meanwhile(BirthLine? now) => now is null ? FormNotice.Changed : new(
        "Dit is nog niet opgeslagen",
        $"{now.RegisteredBy} heeft intussen vastgelegd: {Of(now.Given)}. Wat u invulde staat er nog. Verstuurt u het opnieuw, met een reden, dan verbetert u dat.");

    /// <summary>"geboren op 14-05-2023 om 23:50", "2 kinderen geboren op 14-05-2023".</summary>
    public static string Of(RegisteredBirth birth) => birth.Children switch
    {
        [var one] => $"{(one.Live ? "geboren" : "levenloos geboren")} op {Dutch.Date(one.BornOn)}{At(one.BornAt)}",
        var more => $"{more.Count} kinderen geboren, het eerste op {Dutch.Date(birth.BornOn)}",
    };

    /// <summary>One child: "levend geboren op 14-05-2023 om 23:50, 3 dagen in het ziekenhuis, ontslagen op 17-05-2023".</summary>
    public static string Of(BornChild child) => string.Join(", ", new[]
    {
        $"{BirthCodes.LabelOf(BirthCodes.Lives, child.Live ? BirthCodes.Live : BirthCodes.Still).ToLowerInvariant()} op {Dutch.Date(child.BornOn)}{At(child.BornAt)}",
        Hospital(child.HospitalDays, child.DischargedOn),
    }.OfType<string>());

    /// <summary>Days in hospital and discharge, or null when neither is known.</summary>
    public static string? Hospital(int? days, DateOnly? discharged) => (days, discharged) switch
    {
        (null, null) => null,
        ({ } stayed, null) => Stay(stayed),
        (null, { } left) => $"ontslagen op {Dutch.Date(left)}",
        ({ } stayed, { } left) => $"{Stay(stayed)}, ontslagen op {Dutch.Date(left)}",
    };

    private static string Stay(int days) => days switch
    {
        0 => "niet in het ziekenhuis",
        1 => "1 dag in het ziekenhuis",
        _ => $"{days} dagen in het ziekenhuis",
    };

    private static string At(TimeOnly? time) => time is { } known ? " om " + known.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "";
}
