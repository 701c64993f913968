using System.Net;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;
using Npgsql;

namespace Flex.Web.Tests.Applications;

/// <summary>Two people apply at the same moment: neither can have seen what the other had not stored yet.</summary>
public sealed class Two_forms_for_one_family(TestCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Held where the dossier is stored, so that without waiting both would have looked before either was there.
    [Theory]
    [InlineData("zelfde-bsn", 1)]
    [InlineData("zelfde-geboortedatum-en-naam", 1)]
    [InlineData("zelfde-postcode-en-uitgerekende-datum", 1)]
    [InlineData("een ander gezin", 0)]
    [InlineData("een ander gezin van dezelfde dag", 0)]
    public async Task At_the_same_moment_are_one_doubt_and_a_family_of_another_day_does_not_wait(string why, int doubts)
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        using var nurse = await app.Visit("jgz");
        await midwife.Get("/aanmelden");
        await nurse.Get("/aanmelden");
        HttpResponseMessage[] answers;
        await using (var holder = await A_database_that_goes_away.Hold(app, "dossier"))
        {
            var sending = new[] { midwife.Post("/aanmelden", Resembling.Form(FormFields.Bsn).All), nurse.Post("/aanmelden", Other(why).All) };
            Assert.Equal(why.StartsWith("zelfde", StringComparison.Ordinal) || why.EndsWith("dag", StringComparison.Ordinal) ? 1L : 0L, await TwoWait(holder));
            await Run(holder, "commit");
            answers = await Task.WhenAll(sending);
        }

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal($"2 {doubts}", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier), (select count(*) from resemblance))"));
        Assert.Equal((long)doubts, await app.Database.AsAdmin("select count(*) from resemblance where why = $1", why));
        Assert.Equal((long)doubts, await app.Database.AsAdmin("select count(*) from work_item where kind = 'dubbel-beoordelen' and done_on is null"));
        await StoredWork.Matches(app);
    }

    // Each of them is alike in other ways to other ones: whoever waited in another order would be broken off.
    [Fact]
    public async Task Of_many_at_once_each_is_alike_to_all_that_were_there_before()
    {
        await using var app = await App.Start(cluster);
        string[] ways = ["zelfde-bsn", "zelfde-geboortedatum-en-naam", "zelfde-postcode-en-uitgerekende-datum"];
        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(async i =>
        {
            using var visitor = await app.Visit(i % 2 == 0 ? "verloskundige" : "jgz");
            await visitor.Get("/aanmelden");
            var form = (i % 3 == 0 ? Resembling.Form(FormFields.Bsn) : Other(ways[i % 3])).With("bsn", FormFields.Bsn);
            return (await visitor.Post("/aanmelden", form.With("act", Guid.NewGuid().ToString()).All)).StatusCode;
        }));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a));
        Assert.Equal($"9 {9 * 8 / 2}", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier), (select count(*) from resemblance))"));
    }

    // A form that differs from FormFields in everything by which it could be alike, but one.
    private static FormFields Other(string why)
    {
        var other = new FormFields().With("act", "0190aaaa-0000-7000-8000-0000000000ff").With("bsn", why == "zelfde-bsn" ? FormFields.Bsn : "");
        other = why is "zelfde-geboortedatum-en-naam" ? other.With("naam_moeder", "Canarie Tesd") : other.With("naam_moeder", "Heel Anders");
        other = why is "zelfde-geboortedatum-en-naam" or "een ander gezin van dezelfde dag" ? other : other.With("geboortedatum_moeder", "1-1-1988");
        return why is "zelfde-postcode-en-uitgerekende-datum" ? other : other.With("postcode", "6221BX");
    }

    // Waits until both stand still; answers how many of them wait for the other and not for the holder.
    private static async Task<long> TwoWait(NpgsqlConnection holder)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var waiting = new NpgsqlCommand("select count(*), count(*) filter (where l.locktype = 'advisory') from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()", holder);
        while (true)
        {
            await using var reader = await waiting.ExecuteReaderAsync(patience.Token);
            await reader.ReadAsync(patience.Token);
            if (reader.GetInt64(0) == 2)
            {
                return reader.GetInt64(1);
            }
        }
    }

    private static async Task Run(NpgsqlConnection holder, string sql)
    {
        await using var command = new NpgsqlCommand(sql, holder);
        await command.ExecuteNonQueryAsync();
    }
}
