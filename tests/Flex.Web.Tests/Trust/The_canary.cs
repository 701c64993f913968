using System.Net;
using System.Text;
using Flex.Web.Data.Cluster;
using Flex.Web.Tests.Commands;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Trust;

/// <summary>One name and one BSN go through every page; afterwards they are looked for where they must never be.</summary>
public sealed class The_canary : IAsyncLifetime
{
    private const string Name = "Kanarie Test-Zangvogel";
    private const string Bsn = "999990019";
    private const string Columns = "select table_schema, table_name, column_name from information_schema.columns where table_schema in ('public', 'journal', 'vault') and data_type in ('text', 'character varying', 'jsonb', 'bytea', 'ARRAY')";
    private readonly DataFolder folder = new(Path.Combine(Path.GetTempPath(), "flex-c" + Guid.NewGuid().ToString("N")[..8]));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await PrivateCluster.Remove(folder);

    [Fact]
    public async Task Is_found_in_no_log_no_address_and_no_column_but_its_own()
    {
        var port = FlexProcess.FreePort();
        using var flex = FlexProcess.Start("demo", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--data", folder.Root);
        await flex.Says("Gegevens:");
        var addresses = await Sing(new Uri($"http://127.0.0.1:{port}"));
        var found = await FoundIn();
        await flex.Stop();

        Assert.All((string[])[Name, "Zangvogel", Bsn], secret => Assert.DoesNotContain(secret, flex.Said, StringComparison.OrdinalIgnoreCase));
        Assert.All(addresses, a => Assert.DoesNotContain("kanarie", a, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["public.mother.name: name", "public.mother.name_key: name", "public.mother_name_part.part: name"], found.Order(StringComparer.Ordinal));
        Assert.All(Directory.EnumerateFiles(folder.Heads).Concat(Directory.EnumerateFiles(folder.Rejects)), f => Assert.DoesNotContain("Kanarie", File.ReadAllText(f), StringComparison.Ordinal));
    }

    private static async Task<List<string>> Sing(Uri site)
    {
        var addresses = new List<string>();
        using var visitor = new Visitor(site);
        await visitor.Get("/inloggen");
        await visitor.Post("/inloggen", ("persona", "intaker"));
        await visitor.Get("/aanmelden");
        var act = visitor.Page.QuerySelector("input[name=act]")!.GetAttribute("value")!;
        var answer = await visitor.Post("/aanmelden", ("act", act), ("programma", visitor.Page.QuerySelector("input[name=programma]")!.GetAttribute("value")!),
            ("naam_moeder", Name), ("geboortedatum_moeder", "1-1-1990"), ("bsn", Bsn), ("uitgerekend", "1-8-2023"), ("pijlers", "1"), ("aanmelder", "overig"),
            ("ontvangen_op", "20-5-2023"), ("contact", "geen"), ("akkoord", "moeder"), ("kanaal", "aanmelder"), ("geen_bericht", "ja"), ("R1", "aanwezig"), ("beschermend", "toereikend"), ("opmerking", "zonder bijzonderheden"));
        var dossier = answer.Headers.Location!.OriginalString;
        foreach (var path in (string[])[dossier, dossier + "/historie", dossier + "/besluit/1", "/werk", "/dossiers", "/cijfers", "/bestaat-niet"])
        {
            await visitor.Get(path);
            addresses.AddRange(visitor.Page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!));
        }

        Assert.Contains("/dossiers/", dossier, StringComparison.Ordinal);
        addresses.AddRange(await AsANumber(visitor, dossier));
        await InFreeText(site, visitor, dossier);
        return [.. addresses, dossier];
    }

    // Where it is asked for, shown and looked for: on the page that shows it whole, and nowhere else.
    private static async Task<IReadOnlyList<string>> AsANumber(Visitor visitor, string dossier)
    {
        var addresses = new List<string>();
        await visitor.Get(dossier + "/identiteit");
        Assert.DoesNotContain(Bsn, visitor.Page.Source.Text, StringComparison.Ordinal);
        await visitor.Post(dossier + "/identiteit/tonen", ("persoon", "mother"));
        Assert.Contains(Bsn, visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Bsn, visitor.Page.Title + string.Concat(visitor.Page.QuerySelectorAll("a, form, input").Select(e => e.OuterHtml)), StringComparison.Ordinal);
        foreach (var (path, number) in ((string, string)[])[("/zoeken/bsn", Bsn), ("/zoeken/bsn", "999990018"), (dossier + "/identiteit/nummer", Bsn + "1")])
        {
            await visitor.Get(path.Replace("/nummer", "", StringComparison.Ordinal));
            addresses.AddRange(visitor.Page.QuerySelectorAll("form").Select(f => f.GetAttribute("action")!));
            await visitor.Post(path, ("persoon", "mother"), ("bsn", number));
            Assert.DoesNotContain(number, visitor.Page.Source.Text, StringComparison.Ordinal);
        }

        await visitor.Get(dossier + "/historie");
        Assert.DoesNotContain(Bsn, visitor.Page.Source.Text, StringComparison.Ordinal);
        return addresses;
    }

    private static async Task InFreeText(Uri site, Visitor intaker, string dossier)
    {
        await intaker.Get(dossier + "/besluit/1");
        var refused = await Send(intaker, "/besluit/1", ("besluit", "toegelaten"), ("reden", $"Haar BSN is {Bsn}."));
        Assert.Contains("lijkt een BSN", intaker.Page.QuerySelector("#reden-fout")!.TextContent, StringComparison.Ordinal);
        var stored = await Send(intaker, "/besluit/1", ("besluit", "toegelaten"), ("reden", "Haar BSN hoort hier niet."));

        using var carer = new Visitor(site);
        await carer.Get("/inloggen");
        await carer.Post("/inloggen", ("persona", "kraamverzorgende"));
        await carer.Get(dossier + "/uren");
        var day = carer.Page.QuerySelector("#dag")!.GetAttribute("value")!;
        var hours = await Send(carer, "/uren", ("pijler", "1"), ("dag", day), ("uren", "2"), ("opmerking", "zie 9999.90.019"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (refused.StatusCode, hours.StatusCode));
        Assert.Equal(dossier, stored.Headers.Location?.OriginalString);
        Assert.Contains("lijkt een BSN", carer.Page.QuerySelector("#opmerking-fout")!.TextContent, StringComparison.Ordinal);

        Task<HttpResponseMessage> Send(Visitor visitor, string path, params (string, string)[] fields) =>
            visitor.Post(dossier + path, [("act", visitor.Page.QuerySelector("input[name=act]")!.GetAttribute("value")!), .. fields]);
    }

    private async Task<List<string>> FoundIn()
    {
        await using var cluster = await PrivateCluster.Start(folder);
        await using var admin = NpgsqlDataSource.Create(cluster.ConnectionString(PrivateCluster.Admin, ClusterSetup.Database) + ";Pooling=false");
        var found = new List<string>();
        foreach (var (schema, table, column) in await Texts(admin))
        {
            foreach (var (what, secret) in new[] { ("name", "zangvogel"), ("bsn", Bsn), ("bsn", "9999.90.019") })
            {
                var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret));
                await using var look = admin.CreateCommand($"select exists (select from {schema}.{table} where lower({column}::text) like '%{secret}%' or lower({column}::text) like '%{hex}%')");
                if ((bool)(await look.ExecuteScalarAsync())!)
                {
                    found.Add($"{schema}.{table}.{column}: {what}");
                }
            }
        }

        return found;
    }

    private static async Task<List<(string, string, string)>> Texts(NpgsqlDataSource admin)
    {
        await using var command = admin.CreateCommand(Columns);
        await using var reader = await command.ExecuteReaderAsync();
        var all = new List<(string, string, string)>();
        while (await reader.ReadAsync())
        {
            all.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        Assert.True(all.Count > 30, "the catalog was read");
        return all;
    }
}
