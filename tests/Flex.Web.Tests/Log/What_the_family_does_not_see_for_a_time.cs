using System.Net;
using Flex.Domain.Trust;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Log;

/// <summary>Asked by one, judged by another, for a limited time, and never hidden from who oversees.</summary>
public sealed class What_the_family_does_not_see_for_a_time(TestCluster cluster)
{
    [Fact]
    public async Task Is_gone_from_her_page_from_the_request_on_and_nowhere_else()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var carer = await app.Visit("intaker");
        await carer.Get($"/dossiers/{id}");
        Assert.Contains(await Kept.Seen(app, id), l => l.Contains("Bekeek uw gegevens", StringComparison.Ordinal));

        await Kept.Asked(app, id);

        var lines = await Kept.Seen(app, id);
        Assert.DoesNotContain(lines, l => l.Contains("Geboortezorg Limburg", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("Schreef uw aanmelding op", StringComparison.Ordinal));
        using var privacy = await app.Visit("privacy");
        await privacy.Get($"/beheer/toezicht?soort=dossier&wie={await app.Database.AsAdmin("select number from dossier where id = $1", id)}");
        Assert.Contains("(DossierRead)", Looking_at_a_dossier.Text(privacy), StringComparison.Ordinal);
        Assert.Contains("(WithholdAsked)", Looking_at_a_dossier.Text(privacy), StringComparison.Ordinal);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/historie");
        Assert.DoesNotContain("overzicht van wie er keek gedaan", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("goedkeuren", "goedgekeurd", true)]
    [InlineData("afwijzen", "afgewezen", false)]
    public async Task Is_judged_by_the_privacy_officer_with_a_reason(string verdict, string state, bool hidden)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await Kept.Seen(app, id);
        var request = await Kept.Asked(app, id);
        using var privacy = await app.Visit("privacy");
        await privacy.Get("/beheer/toezicht/achterhouden");
        Assert.Contains("Overleg volgens de meldcode", Looking_at_a_dossier.Text(privacy), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await privacy.Post($"/beheer/toezicht/achterhouden/{request}", ("oordeel", verdict))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await privacy.Post($"/beheer/toezicht/achterhouden/{request}", ("oordeel", verdict), ("reden", "Zo is het"))).StatusCode);

        Assert.Equal($"{state} demo:privacy Zo is het", await app.Database.AsAdmin("select concat_ws(' ', state, judged_by, judged_because) from log_withholding"));
        Assert.Equal(hidden, !(await Kept.Seen(app, id)).Exists(l => l.Contains("Liet u dit overzicht zien", StringComparison.Ordinal)));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'WithholdJudged' and role = 'privacy' and dossier_id = $1", id));
        await privacy.Get("/beheer/toezicht/achterhouden");
        Assert.Contains("Er ligt geen verzoek", Looking_at_a_dossier.Text(privacy), StringComparison.Ordinal);
    }

    // Nobody judged it, or its time is over: she sees it again without anybody doing a thing.
    [Fact]
    public async Task Comes_back_by_itself()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await Kept.Seen(app, id);
        await Kept.Asked(app, id);
        Assert.Equal(LogRules.UnjudgedDays, await app.Database.AsAdmin("select extract(day from hidden_until - asked_at)::int from log_withholding"));

        await app.Database.AsAdmin("set session_replication_role = replica; update log_withholding set hidden_until = asked_at");

        Assert.Contains(await Kept.Seen(app, id), l => l.Contains("Liet u dit overzicht zien", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_never_judged_by_who_asked_nor_for_longer_than_the_rule()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/achterhouden");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post($"/dossiers/{id}/achterhouden", Kept.From_the_family(LogRules.WithheldDays + 1))).StatusCode);
        Assert.Contains("Kies een dag van nu tot 90 dagen verder.", coordinator.Page.QuerySelector("#tot-fout")!.TextContent, StringComparison.Ordinal);
        var request = await Kept.Asked(app, id);
        await app.Database.AsAdmin("set session_replication_role = replica; update log_withholding set asked_by = 'demo:privacy'");
        using var privacy = await app.Visit("privacy");
        await privacy.Get("/beheer/toezicht/achterhouden");

        Assert.Equal(HttpStatusCode.Conflict, (await privacy.Post($"/beheer/toezicht/achterhouden/{request}", ("oordeel", "goedkeuren"), ("reden", "Zo is het"))).StatusCode);

        Assert.Equal("wacht", await app.Database.AsAdmin("select state from log_withholding"));
    }
}
