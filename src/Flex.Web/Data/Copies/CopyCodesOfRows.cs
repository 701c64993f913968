using Flex.Domain.Programmes;

namespace Flex.Web.Data.Copies;

/// <summary>Stored codes that have no list of their own elsewhere, with the words that stand on paper for a family.</summary>
internal static class CopyCodesOfRows
{
    public static IReadOnlyList<AnswerOption> Outcomes { get; } = [new("toegelaten", "U kreeg een plaats"), new("afgewezen", "U kreeg geen plaats"), new("wachtlijst", "U kwam op de wachtlijst")];

    public static IReadOnlyList<AnswerOption> Proposals { get; } = [new("toelaten", "Wel een plaats"), new("afwijzen", "Geen plaats"), new("wachtlijst", "Op de wachtlijst"), new("navragen", "Eerst meer vragen")];

    public static IReadOnlyList<AnswerOption> DecisionKinds { get; } =
        [new("besluit", "Eerste besluit"), new("afwijking", "Anders dan de regel, met goedkeuring"), new("van-wachtlijst", "Vanaf de wachtlijst"), new("vervallen", "Nadat een plaats verviel")];

    public static IReadOnlyList<AnswerOption> RequestStates { get; } =
        [new("wacht", "Er is nog niet over besloten"), new("goedgekeurd", "Goedgekeurd"), new("afgekeurd", "Niet goedgekeurd"), new("ingetrokken", "Ingetrokken"), new("teruggegeven", "Teruggegeven om opnieuw te bekijken"),
            new("toegewezen", "Toegewezen"), new("geweigerd", "Geweigerd"), new("vrijgegeven", "Gegeven")];

    public static IReadOnlyList<AnswerOption> PlaceStates { get; } =
        [new("aangeboden", "Aangeboden"), new("gereserveerd", "Gereserveerd"), new("bevestigd", "Bevestigd"), new("geweigerd", "U wilde deze plaats niet"), new("vervallen", "Vervallen"), new("vrijgegeven", "Teruggegeven"), new("deels-teruggegeven", "Voor een deel teruggegeven")];

    public static IReadOnlyList<AnswerOption> Told { get; } = [new("gesprek", "In een gesprek"), new("telefoon", "Aan de telefoon"), new("brief", "Met de brief")];

    public static IReadOnlyList<AnswerOption> Persons { get; } = [new("mother", "De moeder"), .. Enumerable.Range(1, 9).Select(n => new AnswerOption($"child-{n}", $"Kind {n}"))];

    public static IReadOnlyList<AnswerOption> FormStates { get; } = [new("bezig", "Nog bezig"), new("klaar", "Klaar")];

    public static IReadOnlyList<AnswerOption> Relations { get; } =
        [new("aanmelder", "Meldde u aan"), new("intake", "Beoordeelt de aanvraag en houdt het dossier bij"), new("zorg", "Geeft de zorg"), new("overdracht", "Nam de zorg over"), new("uitgenodigd", "Is erbij gevraagd"), new("nood", "Opende het dossier met de noodknop")];

    public static IReadOnlyList<AnswerOption> Bases { get; } = [new("betrokken", "Is bij de zorg betrokken"), new("toestemming", "U gaf toestemming")];

    public static IReadOnlyList<AnswerOption> Audiences { get; } = [new("aanmelder", "Aan wie u aanmeldde"), new("gezin", "Aan u"), new("toezicht", "Aan wie op privacy let")];

    public static IReadOnlyList<AnswerOption> MailStates { get; } = [new("wacht", "Nog niet verstuurd"), new("verstuurd", "Verstuurd"), new("mislukt", "Niet gelukt"), new("gestopt", "Niet verstuurd: het was niet meer nodig")];

    public static IReadOnlyList<AnswerOption> AskedBy { get; } = [new("gezin", "U wilde dat zelf"), new("zorg-klaar", "De zorg was klaar")];

    public static IReadOnlyList<AnswerOption> Tariffs { get; } = [new("uur", "Per uur kraamzorg"), new("partus", "Hulp bij de bevalling"), new("flexibel", "Hulp uit het programma")];

    public static IReadOnlyList<AnswerOption> Changed { get; } =
        [new("woonplaats", "de woonplaats"), new("verzekeraar", "de verzekeraar"), new("aanbieder", "de aanbieder"), new("geboortedag", "de dag van de geboorte"), new("aantal-kinderen", "het aantal kinderen"), new("levend-geboren", "levend of levenloos geboren")];
}
