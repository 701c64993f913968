using Flex.Web.Data.Journal;

namespace Flex.Web.Ui.History;

/// <summary>What only looks stands in the log and not in the history; these are the words for when a line of it is met all the same.</summary>
internal static class LookWords
{
    public static string Did(Act act) => act switch
    {
        Act.DossierRead => "heeft het dossier bekeken",
        Act.BsnRead => "heeft een BSN heel bekeken",
        Act.ListRead => "heeft dit gezin in een lijst gezien",
        Act.SearchDone => "heeft dit gezin gevonden met zoeken",
        Act.BsnSearched => "heeft dit gezin op BSN gevonden",
        Act.DryRunDone => "heeft dit gezin in een proefberekening met andere criteria gezien",
        Act.ExportMade => "heeft een bestand uitgegeven waarin dit gezin voorkomt",
        Act.OverrideRead => "heeft een afwijkend besluit bekeken, zonder naam",
        Act.NoteWritten or Act.NoteShared => "heeft iets vertrouwelijk opgeschreven of gedeeld",
        Act.AddressRead => "heeft het afgeschermde adres bekeken",
        Act.KinDeclared => "heeft gezegd het gezin buiten het werk te kennen",
        Act.NoteRead => "heeft gelezen wat vertrouwelijk is opgeschreven",
        Act.Refused => "heeft geprobeerd dit dossier te openen en mocht dat niet",
        _ => "heeft iets met het overzicht van wie er keek gedaan",
    };
}
