using System.Globalization;
using Flex.Web.Data;
using Flex.Web.Data.Erasing;
using Flex.Web.Tests.Commands;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Journal;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Rights;

public sealed class What_is_kept_too_long(TestCluster cluster)
{
    [Fact]
    public async Task Is_listed_first_and_erased_only_when_two_people_are_named()
    {
        await using var app = await App.Start(cluster);
        var (admitted, refused) = await Two(app);
        var output = new StringWriter();

        await Run(app, 1.9, null, output);
        Assert.StartsWith("0 dossiers zijn voorbij", output.ToString(), StringComparison.Ordinal);
        await Run(app, 2.1, null, output);
        Assert.Contains("nooit toegelaten", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 dossiers zijn voorbij hun bewaartermijn. Er is niets gewist.", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Proef", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from dossier"));

        await Run(app, 2.1, ("Eerste Persoon", "Tweede Persoon"), output);
        Assert.Equal(admitted, await app.Database.AsAdmin("select id from dossier"));
        Assert.Equal("bewaartermijn Eerste Persoon Tweede Persoon", await app.Database.AsAdmin("select concat_ws(' ', ground, granted_by, erased_by) from erasure where dossier_id = $1", refused));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DossierErased' and dossier_id = $1 and actor = 'systeem:retention'", refused));

        await Run(app, 19.9, ("Eerste Persoon", "Tweede Persoon"), output);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier"));
        await Run(app, 20.1, ("Eerste Persoon", "Tweede Persoon"), output);
        Assert.Equal("0 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier), (select sum(taken) from place))"));
        await app.Database.SealAll();
        (await app.Database.Verify()).AssertWhole();
    }

    [Theory]
    [InlineData("Een Naam", "een naam ")]
    [InlineData("", "Een Naam")]
    public async Task Is_not_erased_by_one_person_under_two_names(string one, string two)
    {
        await using var app = await App.Start(cluster);
        await Two(app);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(app, 30, (one, two), TextWriter.Null));

        Assert.Equal("erasure_by_another", refused.ConstraintName);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from dossier"));
    }

    // Whatever a file of terms says: what was changed not long ago is not past any term.
    [Fact]
    public async Task Is_nothing_that_was_changed_within_two_years_even_where_the_terms_are_wrong()
    {
        await using var app = await App.Start(cluster);
        await Two(app);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(app, 1, ("Eerste Persoon", "Tweede Persoon"), TextWriter.Null, years: 0));

        Assert.Equal("erasure_past_term", refused.ConstraintName);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from dossier"));
    }

    [Fact]
    public async Task Asks_at_the_command_line_for_two_names()
    {
        var (code, said) = await FlexProcess.Run("retention", "--apply", "--by", "Een", "--second", "een");

        Assert.Equal(1, code);
        Assert.Contains("twee verschillende namen", said, StringComparison.Ordinal);
    }

    private static async Task<(Guid Admitted, Guid Refused)> Two(App app)
    {
        var (admitted, refused) = (await new Builder(app).Dossier().For(1).Save(), await new Builder(app).Dossier().For(1).In("Maastricht").Of("Ida de Proef").Save());
        using var intaker = await app.Visit("intaker");
        foreach (var (id, outcome) in ((Guid, string)[])[(admitted, "toegelaten"), (refused, "afgewezen")])
        {
            await intaker.Get($"/dossiers/{id}/besluit/1");
            await Taking_a_decision.Decide(intaker, id, 1, outcome, "Voor deze test");
        }

        return (admitted, refused);
    }

    private static async Task Run(App app, double later, (string, string)? two, TextWriter output, int? years = null)
    {
        var now = TimeProvider.System.GetUtcNow().AddDays(later * 365.25);
        await app.Database.AsAdmin($"select journal.open_segment('{now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}')");
        var terms = app.Library.National.Terms.Select(t => years is { } all ? t with { Years = all } : t).ToList();
        await Retention.Run(app.Database.DbAt(new Clock(now)), terms, two, output, TestContext.Current.CancellationToken);
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
