using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Decisions;

/// <summary>Two people act on different parts of one dossier at the same moment: what is open afterwards is what the rows say.</summary>
public sealed class Two_acts_on_one_family(TestCluster cluster)
{
    private const int Rounds = 12;

    [Fact]
    public async Task At_once_leave_no_work_that_is_done_and_miss_none()
    {
        await using var app = await App.Start(cluster);
        using var one = await app.Visit("intaker");
        using var two = await app.Visit("coordinator");
        for (var i = 0; i < Rounds; i++)
        {
            var family = await new Builder(app).Dossier().Of($"Gelijk Tijdig {i}").Save();
            await one.Get($"/dossiers/{family}/besluit/1");
            await two.Get($"/dossiers/{family}/besluit/2");
            var answers = await Task.WhenAll(Taking_a_decision.Decide(one, family, 1, "toegelaten"), Taking_a_decision.Decide(two, family, 2, "toegelaten"));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        }

        await StoredWork.Matches(app);
        Assert.Equal(2L * Rounds, await app.Database.AsAdmin("select count(*) from work_item where kind = 'plaats-bevestigen' and done_on is null"));
    }
}
