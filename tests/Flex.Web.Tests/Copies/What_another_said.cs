using System.Net;
using System.Text.Json.Nodes;
using Flex.Web.Tests.Consents;
using Flex.Web.Tests.Corrections;
using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Copies;

/// <summary>One parent asks for a copy to read what the other disclosed: nothing of it is in there, not as a row, not in the history and not in a name.</summary>
public sealed class What_another_said(TestCluster cluster)
{
    private const string His = "Zij slaat de kinderen niet, ik maakte me zorgen";

    [Fact]
    public async Task Is_his_own_statement_for_him_and_in_no_copy_of_hers()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/verklaring");
        Assert.Equal(HttpStatusCode.SeeOther, (await What_the_family_says_itself.Say(intaker, id, null, ("vraagt_als", "andere-ouder"), ("naam_verzoeker", "Bas de Vader"), ("verklaring", His), ("toelichting", "Uitleg aan hem alleen"))).StatusCode);

        var (mother, child) = (await Text(app, id, "moeder"), await Text(app, id, "kind"));
        var (his, partners) = (await Text(app, id, "partner", "andere-ouder"), await Text(app, id, "partner", "partner"));

        Assert.All(new[] { mother, child, partners }, other => Assert.All((string[])[His, "Bas de Vader", "Uitleg aan hem alleen"], said => Assert.DoesNotContain(said, other, StringComparison.Ordinal)));
        Assert.All((string[])[His, "Bas de Vader", "Uitleg aan hem alleen"], said => Assert.Contains(said, his, StringComparison.Ordinal));
        Assert.Contains("heeft vastgelegd dat iets niet is verbeterd", mother, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_that_he_asked_for_a_copy_and_why_it_was_refused_his_too()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await Copying.Ask(intaker, id, null, ("wie_vraagt", "partner"), ("naam_verzoeker", "Bas de Partner"), ("welk_deel", "partner"));
        await Copying.Release(intaker, await Copying.Part(app, id, "partner"), null, ("besluit", "weigeren"), ("weigergrond", "rechten-ander"), ("uitleg", "Hij belt te vaak"));

        var mother = await Text(app, id, "moeder");

        Assert.All((string[])["Bas de Partner", "Hij belt te vaak", "over zichzelf"], said => Assert.DoesNotContain(said, mother, StringComparison.Ordinal));
        Assert.Contains("heeft een deel van het afschrift niet gegeven.", mother, StringComparison.Ordinal);
        Assert.Contains("Hij belt te vaak", await Text(app, id, "partner", "partner"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_his_consent_in_her_history_no_more_than_that_something_was_answered()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/toestemming");
        Assert.Equal(HttpStatusCode.SeeOther, (await What_a_family_agrees_to.Say(carer, id, What_a_family_agrees_to.With(("over_wie", "partner"), ("gegeven_door", "partner"), ("gegever_naam", "Bas de Partner"), ("antwoord", "nee")))).StatusCode);

        var mother = await Text(app, id, "moeder");

        Assert.DoesNotContain("onderzoek (de partner)", mother, StringComparison.Ordinal);
        Assert.Contains("heeft een antwoord over toestemming vastgelegd", mother, StringComparison.Ordinal);
        Assert.DoesNotContain("partner", await Text(app, id, "kind", "andere-ouder"), StringComparison.Ordinal);
    }

    // An ex with authority over the child is not the partner about whom something was noted.
    [Fact]
    public async Task Is_a_factor_of_the_partner_not_the_other_parents_and_marked_before_it_is_given_to_him()
    {
        using var copy = new ProgrammeCopy();
        copy.Edit("national/factors/1.json", "\"label\": \"Financiële problemen\", \"kind\": \"risk\"", "\"label\": \"Financiële problemen\", \"kind\": \"risk\", \"about\": \"partner\"");
        await using var app = await App.Start(cluster, programmes: copy.Folder);
        var id = await new Builder(app).Dossier().Save();

        Assert.DoesNotContain("Financi", await Text(app, id, "partner", "andere-ouder"), StringComparison.Ordinal);
        using var intaker = await app.Visit("intaker");
        await Copying.Ask(intaker, id, null, ("wie_vraagt", "partner"), ("welk_deel", "partner"));
        await intaker.Get(await Copying.Part(app, id, "partner"));
        Assert.Contains(intaker.Page.QuerySelectorAll("main label"), l => l.TextContent.Contains("kan dit veilig mee?", StringComparison.Ordinal));
        Assert.Contains("Financi", await Text(app, id, "partner", "partner"), StringComparison.Ordinal);
    }

    // The pilot's own list speaks of a pregnant woman ("Een zwangere is…") and names nothing about a partner.
    [Fact]
    public async Task Is_no_factor_of_the_list_of_the_pilot()
    {
        await using var app = await App.Start(cluster);

        Assert.DoesNotContain(app.Library.National.Factors.Factors, f => f.About is not null);
    }

    [Fact]
    public async Task And_what_may_put_somebody_in_danger_is_marked()
    {
        await using var app = await App.Start(cluster);
        var id = await WholeFamily.Store(app);
        using var intaker = await app.Visit("intaker");
        await Copying.Ask(intaker, id);

        await intaker.Get(await Copying.Part(app, id, "moeder"));
        var hers = Marked(intaker);
        await intaker.Get(await Copying.Part(app, id, "kind"));

        Assert.Superset(new HashSet<string> { "safe_contact", "relation", "restriction", "override_request", "decision", "assessment", "pillar_application", "dossier_end" }, hers);
        Assert.Contains("dossier_end", Marked(intaker));
    }

    private static HashSet<string> Marked(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("main label").Where(l => l.TextContent.Contains("kan dit veilig mee?", StringComparison.Ordinal)).Select(l => l.QuerySelector("input")!.GetAttribute("value")!.Split(':')[0])];

    private static async Task<string> Text(App app, Guid id, string part, string capacity = "moeder") => Readable(await Copying.Of(app, id, part, capacity));

    private static string Readable(JsonNode file) => file.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
