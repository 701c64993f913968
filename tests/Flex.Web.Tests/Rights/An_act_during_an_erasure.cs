using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Rights;

/// <summary>Somebody is busy in a dossier while it is erased, or while the own access to it ends: nothing is stored, and that is said.</summary>
public sealed class An_act_during_an_erasure(TestCluster cluster)
{
    private static readonly (string, string)[] Statement = [.. Corrections.What_the_family_says_itself.Refusal.Select(r => (r.Name, r.Value)), ("act", Guid.NewGuid().ToString())];

    private const string Erase = "set session_replication_role = replica; delete from relation where dossier_id = $1; delete from vault.dossier_key where dossier_id = $1; delete from mother where dossier_id = $1; delete from dossier where id = $1";

    [Theory]
    [InlineData("verklaring")]
    [InlineData("afschrift")]
    [InlineData("beperken")]
    public async Task Is_told_that_the_dossier_is_not_there_any_more(string path)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/{path}");
        (string, string)[] sent = path switch
        {
            "verklaring" => Statement,
            "afschrift" => [.. Copies.Copying.Request, ("act", Guid.NewGuid().ToString())],
            _ => [("naam_verzoeker", "Anna"), ("beperkt_om", "bezwaar"), ("act", Guid.NewGuid().ToString())],
        };
        Task<HttpResponseMessage> sending;
        await using (var holder = await A_database_that_goes_away.Hold(app, "dossier"))
        {
            sending = intaker.Post($"/dossiers/{id}/{path}", sent);
            await A_database_that_goes_away.SomebodyWaits(holder);
            await EraseIn(holder, id);
        }

        Assert.Equal(HttpStatusCode.Conflict, (await sending).StatusCode);
        Assert.Contains("is dit dossier vernietigd, of u kunt er niet meer bij. Er is niets opgeslagen.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal("0 0 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from own_statement), (select count(*) from copy_request), (select count(*) from restriction))"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where dossier_id = $1 and act in ('CorrectionRefused', 'CopyAsked', 'RestrictionSet')", id));
    }

    // In the connection that holds the table, which lets go when it commits.
    private static async Task EraseIn(Npgsql.NpgsqlConnection holder, Guid id)
    {
        await using var command = new Npgsql.NpgsqlCommand(Erase.Replace("$1", $"'{id}'", StringComparison.Ordinal) + "; commit", holder);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
