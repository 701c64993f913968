using System.Net;
using Flex.Domain.Dossiers;
using Flex.Web.Data.Programmes;
using Flex.Web.Features.Applications;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Applications;

/// <summary>Field by field: wrong, missing, too long, in another alphabet. A sentence at the field, everything typed still there, nothing stored.</summary>
public sealed class Each_field_wrong(TestCluster cluster)
{
    private static readonly (string Field, string Value)[] Wrong =
    [
        ("naam_moeder", ""), ("naam_moeder", new string('a', 201)), ("naam_moeder", "Anna " + FormFields.Bsn),
        ("geboortedatum_moeder", ""), ("geboortedatum_moeder", "31-02-1990"), ("geboortedatum_moeder", "١٢-٠٣-١٩٩٥"), ("geboortedatum_moeder", "01-01-2030"),
        ("bsn", "12345678a"), ("bsn", "١٢٣٤٥٦٧٨٢"), ("postcode", "12 AB"), ("postcode", "1234 АБ"), ("huisnummer", "twaalf"), ("huisnummer", new string('1', 21)),
        ("gemeente", "Atlantis"), ("gemeente", ""), ("telefoon", "bel maar"), ("telefoon", "06"), ("telefoon", new string('1', 41)), ("taal", "klingon"),
        ("contact", ""), ("contact", "postduif"), ("contact_leest_mee", ""), ("contact_leest_mee", "buurman"), ("contact_moment", new string('a', 201)),
        ("uitgerekend", ""), ("uitgerekend", "morgen"), ("geboren_op", "01-06-2099"), ("geboren_op", "gisteren"), ("eerste_zwangerschap", "misschien"), ("pariteit", "1"), ("pariteit", "-1"), ("pariteit", "twee"), ("pariteit", "99"),
        ("verzekeraar", new string('a', 101)), ("hulpverleners", "0 of 1"), ("hulpverleners_wie", "tovenaar"), ("pijlers", ""), ("pijlers", "9"), ("akkoord", ""), ("akkoord", "niemand"),
        ("gezag", "ouders"), ("beslist_mee", "ouders"), ("beslist_mee_naam", "Els"),
        ("aanmelder", ""), ("aanmelder", "koning"), ("aanmelder_naam", new string('a', 201)), ("aanmelder_mail", "geen adres"), ("aanmelder_mail", "a@" + new string('b', 260) + ".example"), ("aanmelder_telefoon", "bel"),
        ("ontvangen_op", ""), ("ontvangen_op", "01-01-2030"), ("beschermende_factoren", "P9"), ("beschermend", "deels"),
        ("R1", "misschien"), ("R2", "misschien"), ("R3", "misschien"), ("R4", "misschien"), ("R5", "misschien"), ("R6", "misschien"), ("R7", "да"),
        ("U1", "misschien"), ("U2", "misschien"), ("U3", "misschien"), ("U4", "نعم"), ("subfactoren", "R9.onzin"),
        ("mentor_of_curator", "misschien"), ("tolk", "misschien"), ("tolk", "да"), ("gezamenlijk", "misschien"), ("geen_bericht", "misschien"),
        ("aanbieder", "zij is " + FormFields.Bsn), ("kanaal", "postduif"), ("kanaal", "bestand"), ("kanaal", "zonder-account"),
        ("inkomen", "veel"), ("inkomen", "-1"), ("inkomen", "٢٨٥٠٠"), ("inkomen", new string('9', 30)),
        ("tegenspraak_reden", new string('a', 2_001)), ("tegenspraak_reden", "zij is " + FormFields.Bsn),
        ("opmerking", new string('a', 20_001)), ("opmerking", "zij is " + FormFields.Bsn),
    ];

    [Fact]
    public async Task Comes_back_with_a_sentence_at_the_field_and_stores_nothing()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("intaker");
        await visitor.Get("/aanmelden");
        foreach (var (field, value) in Wrong)
        {
            var form = new FormFields().With("kanaal", "aanmelder").With(field, value);
            var answer = await visitor.Post("/aanmelden", form.All);

            var shown = $"{field} = {(value.Length > 40 ? value[..40] : value)}";
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{shown} was answered with {answer.StatusCode}");
            Assert.True(visitor.Page.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")).SequenceEqual(["#" + field]), $"{shown}: {string.Join(' ', visitor.Page.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")))}");
            Assert.True(visitor.Page.QuerySelector($"[id='{field}']") is not null, $"{shown}: nothing to go to");
            StillThere(visitor, form, except: field, shown);
        }

        Assert.Equal("0 0 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier), (select count(*) from safe_contact), (select count(*) from draft))"));
    }

    // Who weighed is who signed in, and what is confirmed by a text that nobody asked about is confirmed for nothing.
    private static readonly string[] NeverWrong = ["beoordeeld_door", FieldReader.Confirmed];

    [Fact]
    public void Is_every_field_that_the_form_has()
    {
        var factors = ProgrammeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "programmes"), new(2023, 5, 15)).National.Factors;

        Assert.Equal(ApplicationFields.Names(factors).Order(StringComparer.Ordinal), Wrong.Select(w => w.Field).Distinct().Concat(NeverWrong).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Is_never_who_weighed_nor_what_nobody_asked_about()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/aanmelden", new FormFields().With("beoordeeld_door", "Олена " + FormFields.Bsn).With("klopt", FormFields.DayConfirmed, "niets=niets").All)).StatusCode);

        Assert.Equal("Demo verloskundige", await app.Database.AsAdmin("select assessed_by from assessment"));
    }

    [Theory]
    [InlineData("Олена Шевченко")]
    [InlineData("فاطمة الزهراء")]
    public async Task Is_not_a_name_in_another_alphabet(string name)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/aanmelden", new FormFields().With("naam_moeder", name).With("contact_moment", name).With("mentor_of_curator", "ja").With("gezag", "mentor").With("beslist_mee", "mentor").With("beslist_mee_naam", name).All)).StatusCode);

        Assert.Equal($"{name} {name}", await app.Database.AsAdmin("select m.name || ' ' || c.at_moment from mother m join safe_contact c using (dossier_id)"));
    }

    // A BSN in a wrong place or a wrong BSN is not repeated; a choice that does not exist has nothing to be shown in.
    private static void StillThere(Visitor visitor, FormFields form, string except, string shown)
    {
        var typed = A_database_that_goes_away.Typed(visitor).ToList();
        foreach (var (name, value) in form.All.Where(f => f.Value.Length > 0 && f.Name != except && f.Name is not ("bsn" or "klopt")))
        {
            Assert.True(typed.Contains((name, value)), $"{shown}: lost {name} = {value}");
        }
    }
}
