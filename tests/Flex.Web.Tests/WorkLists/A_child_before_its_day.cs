using System.Net;
using Flex.Web.Tests.Births;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.WorkLists;

/// <summary>A birth before the due date is nobody's work yet: the caregiver finds the family among those who expect a child.</summary>
public sealed class A_child_before_its_day(TestCluster cluster)
{
    [Fact]
    public async Task Is_registered_from_the_list_of_who_expects_one_in_the_order_of_the_due_date()
    {
        await using var app = await App.Start(cluster);
        var later = await Family(app, "Later", new(2023, 8, 1));
        var soon = await Family(app, "Binnenkort", new(2023, 5, 16));
        var passed = await Family(app, "Voorbij", new(2023, 5, 10));
        await Families.Apply(app, "Zonder Plaats", new(2023, 3, 1), new(2023, 5, 20));
        using var carer = await app.Visit("kraamverzorgende");
        using (var statements = new Statements(app.Database))
        {
            await carer.Get("/werk");
            Assert.InRange(statements.Asked.Count, 3, 6);
        }

        Assert.Equal([soon, later], Expected(carer));
        Assert.Contains(carer.Page.QuerySelectorAll("main tbody td a"), a => a.TextContent == "Geboorte vastleggen" && a.GetAttribute("href") == $"/dossiers/{passed}/geboorte" && a.Closest("section")!.TextContent.Contains("Wat er wacht", StringComparison.Ordinal));
        await carer.Get($"/dossiers/{soon}/geboorte");
        Assert.Equal($"/dossiers/{soon}", (await Birth.Register(carer, soon)).Headers.Location?.OriginalString);

        await carer.Get("/werk");

        Assert.Equal([later], Expected(carer));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'BirthRegistered' and dossier_id = $1", soon));
        Assert.True((long)(await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ListRead' and role = 'kraamverzorgende' and objects @> array[$1]", later))! > 0);
    }

    [Fact]
    public async Task Pages_by_key_with_every_family_once()
    {
        await using var app = await App.Start(cluster);
        var families = new List<Guid>();
        for (var i = 1; i <= 53; i++)
        {
            families.Add(await Family(app, $"Naam {i:000}", new DateOnly(2023, 6, 1).AddDays(i % 5)));
        }

        using var carer = await app.Visit("kraamverzorgende");
        var seen = new List<Guid>();
        for (var path = "/werk"; path is not null; path = carer.Page.QuerySelector("nav[aria-label='Wie een kind verwacht'] a[rel=next]")?.GetAttribute("href"))
        {
            await carer.Get(path);
            seen.AddRange(Expected(carer));
            Assert.True(seen.Count < 200, "the list goes round");
        }

        Assert.Equal(families.Order(), seen.Order());
        Assert.Equal(HttpStatusCode.NotFound, (await carer.Get("/werk?verwacht=onzin")).StatusCode);
    }

    [Fact]
    public async Task Stands_nowhere_as_born_before_the_programmes_day()
    {
        // A demonstration that stands still: files tell of later days, and lists look at all of it but this one.
        await using var app = await App.Start(cluster, livedThrough: false);
        var tomorrow = await Family(app, "Morgen Geboren", new(2023, 5, 20), born: new(2023, 5, 16));
        var applies = await Family(app, "Later Aangemeld", new(2023, 7, 1));
        await app.Database.AsAdmin($"set session_replication_role = replica; update dossier set opened_on = '2023-05-16' where id = '{applies}'");
        using var carer = await app.Visit("kraamverzorgende");

        await carer.Get("/werk");

        var row = Assert.Single(carer.Page.QuerySelectorAll("main tbody tr"), r => r.QuerySelector($"a[href='/dossiers/{tomorrow}/uren']") is not null);
        Assert.Contains("uitgerekend 20-05-2023", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("16-05-2023", row.TextContent, StringComparison.Ordinal);
        Assert.Null(carer.Page.QuerySelector($"a[href='/dossiers/{applies}/uren']"));
    }

    private static async Task<Guid> Family(App app, string mother, DateOnly due, DateOnly? born = null)
    {
        var id = await Families.Apply(app, mother, new(2023, 3, 1), due, born: born);
        await Families.Admit(app, id, 1);
        return id;
    }

    private static List<Guid> Expected(Visitor carer) => [.. carer.Page.QuerySelectorAll("main section").Where(s => s.QuerySelector("h2")?.TextContent == "Wie een kind verwacht")
        .SelectMany(s => s.QuerySelectorAll("tbody td a[href$='/geboorte']")).Select(a => Guid.Parse(a.GetAttribute("href")!.Split('/')[2]))];
}
