namespace Flex.Web.Data.Access;

/// <summary>A role in the product: its code in the session and the journal, its word on screen and the partner role it works for.</summary>
internal sealed record Role(string Code, string Label, string Job, string PartnerRole);

/// <summary>The roles of the people who use the product.</summary>
internal static class Roles
{
    public const string Verloskundige = "verloskundige";
    public const string Intaker = "intaker";
    public const string Coordinator = "coordinator";
    public const string Kraamverzorgende = "kraamverzorgende";
    public const string Jgz = "jgz";
    public const string Gezin = "gezin";
    public const string Gemeente = "gemeente";
    public const string Verzekeraar = "verzekeraar";
    public const string Onderzoeker = "onderzoeker";
    public const string Programmabureau = "programmabureau";
    public const string Privacy = "privacy";
    public const string Beheerder = "beheerder";

    public static IReadOnlyList<Role> All { get; } =
    [
        new(Verloskundige, "Verloskundige", "Meldt een gezin aan en volgt wat ervan wordt.", "verloskunde"),
        new(Intaker, "Intaker", "Beoordeelt aanvragen en besluit over een plaats.", "kraamzorg"),
        new(Coordinator, "Programmacoördinator", "Bewaakt plaatsen, uren en het overzicht.", "kraamzorg"),
        new(Kraamverzorgende, "Kraamverzorgende", "Legt uren vast bij de gezinnen.", "kraamzorg"),
        new(Jgz, "JGZ-verpleegkundige", "Ziet welke gezinnen eraan komen.", "jgz"),
        new(Gezin, "Gezin", "Leest wat het programma is en voor wie.", "gezin"),
        new(Gemeente, "Gemeente", "Ziet de cijfers van het programma, zonder namen.", "gemeente"),
        new(Verzekeraar, "Verzekeraar", "Ziet de cijfers van het programma, zonder namen.", "verzekeraar"),
        new(Onderzoeker, "Onderzoeker (GGD)", "Maakt de evaluatie en het factsheet.", "ggd"),
        new(Programmabureau, "Programmabureau", "Beoordeelt bij de GGD afwijkende besluiten, zonder namen.", "programmabureau"),
        new(Privacy, "Privacyfunctionaris", "Houdt toezicht; ziet geen dossiers.", "ggd"),
        new(Beheerder, "Beheerder", "Nodigt mensen van de eigen organisatie uit; ziet geen dossiers en geen cijfers.", "kraamzorg"),
    ];

    public static Role? Find(string? code) => All.FirstOrDefault(r => string.Equals(r.Code, code, StringComparison.Ordinal));
}
