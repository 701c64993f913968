using Flex.Web.Data.Funding;
using Flex.Web.Ui;

namespace Flex.Web.Features.CareHours;

/// <summary>What is to be done about a bill of the own contribution, in words.</summary>
internal static class CoverWords
{
    public static string ToDo(AskedRow asked) => (asked.Paid, asked.BilledBy) switch
    {
        ({ } paid, "onbekend") => $"Het gezin betaalde al {Dutch.Euro(paid)}. Zoek uit aan wie, en zorg dat het gezin dat terugkrijgt.",
        ({ } paid, var by) => $"Het gezin betaalde al {Dutch.Euro(paid)}. Zorg dat het gezin dat terugkrijgt van {By(by)}, en dat er geen rekening meer komt.",
        (null, "onbekend") => "Zoek uit wie het gezin de rekening stuurt, en laat weten dat het programma de eigen bijdrage overneemt.",
        (null, var by) => $"Laat {By(by)} weten dat het programma de eigen bijdrage overneemt: het gezin krijgt geen rekening.",
    };

    public static string By(string code) => code == "verzekeraar" ? "de zorgverzekeraar" : "de aanbieder van de kraamzorg";
}
