namespace Flex.Web.Tests.Applications;

/// <summary>A filled-in application of an invented family, to change in one place per test.</summary>
internal sealed class FormFields
{
    /// <summary>The name that must never turn up where it does not belong.</summary>
    public const string Mother = "Kanarie van Test";

    /// <summary>From the series for synthetic persons.</summary>
    public const string Bsn = "999911120";

    /// <summary>That the day of application, three days ago, is meant: an applicant is asked.</summary>
    public const string DayConfirmed = "ontvangen_op=12-05-2023";

    private readonly List<(string Name, string Value)> fields =
    [
        ("act", "0190aaaa-0000-7000-8000-000000000001"), ("programma", "zuid-limburg-2021"), ("ontvangen_op", "12-05-2023"), ("aanmelder", "verloskundige"),
        ("naam_moeder", Mother), ("geboortedatum_moeder", "03-04-1995"), ("bsn", ""), ("postcode", "6411 ab"), ("gemeente", "GM0917"), ("verzekeraar", "CZ"),
        ("aanbieder", "geboortezorg-limburg"), ("uitgerekend", "01-09-2023"), ("geboren_op", ""), ("eerste_zwangerschap", "ja"), ("hulpverleners", "1"),
        ("pijlers", "1"), ("pijlers", "2"), ("R1", "aanwezig"), ("R5", ""), ("subfactoren", "R5.alleenstaand"), ("beschermend", "ontoereikend"),
        ("contact", "telefoon"), ("contact_leest_mee", "niemand"), ("akkoord", "moeder"), ("geen_bericht", "ja"), ("rest_afwezig", "ja"), ("opmerking", "Belt liever niet."), ("klopt", DayConfirmed),
    ];

    public FormFields With(string name, params IEnumerable<string> values)
    {
        // An address instead of the word that no notice is wanted.
        fields.RemoveAll(f => f.Name == name || (name == "aanmelder_mail" && f.Name == "geen_bericht"));
        fields.AddRange(values.Select(v => (name, v)));
        return this;
    }

    public IEnumerable<(string Name, string Value)> All => fields;
}
