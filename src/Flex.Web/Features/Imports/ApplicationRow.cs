using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Imports;

/// <summary>A decision as a row gives it: taken earlier, by a professional.</summary>
internal sealed record DecidedBefore(int Pillar, string Outcome, DateOnly On, string By, string? Reason);

/// <summary>What a row of applications says: the application with the decisions that were taken on it, or everything that is wrong.</summary>
internal sealed record ApplicationRow(Application? Application, IReadOnlyList<DecidedBefore> Decisions, IReadOnlyList<Problem> Problems)
{
    private static readonly AnswerOption[] Outcomes =
        [new(NewDecision.Admitted, "Toegelaten"), new(NewDecision.Refused, "Afgewezen"), new(NewDecision.Waiting, "Wachtlijst")];

    private static readonly string[] Form =
    [
        "nummer", "ontvangen_op", "aanmelder", "naam_moeder", "geboortedatum_moeder", "bsn", "postcode", "gemeente", "verzekeraar", "aanbieder",
        "uitgerekend", "geboren_op", "eerste_zwangerschap", "hulpverleners", "pijlers",
    ];

    /// <summary>The columns for a programme: its pillars and the factors of the national list have columns of their own.</summary>
    public static ImportColumns Columns(Programme programme, National national) => new(
        [
            .. Form,
            .. national.Factors.Factors.Where(f => f.Kind != FactorKind.Protective && f.Parent is null).Select(f => f.Code),
            "subfactoren", "beschermend", "beoordeeld_door", "beoordeeld_op",
            .. programme.Pillars.SelectMany(p => (string[])[$"besluit_{p.Number}", $"besluit_{p.Number}_op"]),
            "besloten_door", "reden_besluit", "opmerking",
        ],
        ["inkomen"]);

    public static ApplicationRow Parse(Func<string, string?> field, Programme programme, National national, DateOnly today)
    {
        var read = new FieldReader(field, today) { NamesCodes = true };
        var application = ApplicationText.Parse(read, programme, national);
        var decisions = programme.Pillars.Select(p => Decision(read, p.Number, application)).OfType<DecidedBefore>().ToList();
        return new(read.Problems.Count == 0 ? application : null, decisions, read.Problems);
    }

    private static DecidedBefore? Decision(FieldReader read, int pillar, Application? application)
    {
        var (outcome, on) = ($"besluit_{pillar}", $"besluit_{pillar}_op");
        if (read.Text(outcome) is null)
        {
            Hold(read, read.Text(on) is null, outcome, $"Er staat een dag van besluit over pijler {pillar} maar geen besluit. Kies toegelaten, afgewezen of wachtlijst, of maak {on} leeg.");
            return null;
        }

        var decided = new DecidedBefore(pillar, read.Code(outcome, Outcomes, whenEmpty: null), read.RequiredDay(on, future: false, $"Vul de dag van het besluit over pijler {pillar} in."),
            read.Line("besloten_door", "Vul in wie het besluit nam."), read.Note("reden_besluit", 2000));
        if (application is not null)
        {
            Hold(read, application.Pillars.Contains(pillar), outcome, $"Voor pijler {pillar} is dit gezin niet aangemeld. Verbeter de kolom pijlers of maak het besluit leeg.");
            Hold(read, decided.On >= application.ReceivedOn || decided.On == DateOnly.MinValue, on, "Dit besluit ligt voor de dag van ontvangst. Kijk beide dagen na.");
        }

        return decided;
    }

    private static void Hold(FieldReader read, bool holds, string field, string message)
    {
        if (!holds)
        {
            read.Wrong(field, message);
        }
    }
}
