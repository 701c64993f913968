using Flex.Domain.Vulnerability;
using Flex.Web.Data;

namespace Flex.Web.Ui;

/// <summary>What a line of a list says of a family, in words.</summary>
internal static class DossierWords
{
    public static string Class(string? code) => code is null ? "niet beoordeeld" : ClassText.LabelOrUnknown(ClassCodes.Parse(code));

    /// <summary>"geboren 03-02-2023", "uitgerekend 01-09-2023" or "niet bekend".</summary>
    public static string Child(DossierLine line) => line switch
    {
        { BirthDate: { } birth } => "geboren " + Dutch.Date(birth),
        { DueDate: { } due } => "uitgerekend " + Dutch.Date(due),
        _ => "niet bekend",
    };

    /// <summary>How long something waits: "vandaag", "1 dag", "12 dagen"; nothing for a day that is still to come.</summary>
    public static string Waiting(DateOnly since, DateOnly today) => (today.DayNumber - since.DayNumber) switch
    {
        < 0 => "",
        0 => "vandaag",
        1 => "1 dag",
        var days => $"{Dutch.Number(days)} dagen",
    };

    /// <summary>By what a new application resembles a dossier.</summary>
    public static string Resemblance(string why) => why switch
    {
        "zelfde-bsn" => "hetzelfde BSN",
        "zelfde-geboortedatum-en-naam" => "dezelfde geboortedatum en bijna dezelfde naam",
        "zelfde-postcode-en-uitgerekende-datum" => "dezelfde postcode en uitgerekende datum",
        _ => why,
    };
}
